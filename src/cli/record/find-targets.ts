import { RECORD_WORDS } from "../../words/terminal/record-words.js";
import { InputError } from "../exit-code.js";
import type { Bounds, Cluster, PodScheme } from "./cluster.js";
import { listPods, type Pod } from "./pods.js";
import type { Failure, Targets } from "./rounds.js";
import { podTarget, serverTarget } from "./target.js";
import { TargetError } from "./target-error.js";

const WORDS = RECORD_WORDS.pods;

/** Which pods are recorded. */
export interface PodChoice {
  readonly namespace: string;
  readonly selector: string;
  readonly port: number;
  readonly how: Omit<PodScheme, "names">;
  /** where no pod is found, the API server's own address is asked */
  readonly orServer: boolean;
}

/** Where static pods and the label of kubeadm, kops, kind and k3s's likes put API servers. */
export const API_SERVERS = { selector: "component=kube-apiserver", namespace: "kube-system" };

const MAX_LIST = 64 << 20;

/**
 * Finds the pods of each round: those that came are recorded, those that went are not. Where the
 * list cannot be had in a later round, the pods of the last one are taken.
 *
 * @param tell says something once
 * @throws InputError, from the first round, where there is nothing to record
 */
export function findPods(
  cluster: Cluster,
  choice: PodChoice,
  bounds: Omit<Bounds, "most">,
  tell: (line: string) => void,
): () => Promise<Targets> {
  let last: readonly Pod[] | undefined;
  let toldServer = false;
  return async () => {
    const failures: Failure[] = [];
    try {
      last = await listPods(cluster, choice.namespace, choice.selector, {
        ...bounds,
        most: MAX_LIST,
      });
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      const line = WORDS.notListed(choice.namespace, error.message);
      if (!last) throw new InputError(`${cluster.name}: ${line}`);
      failures.push({ target: cluster.name, time: Date.now(), error: line });
    }
    const pods = last;
    if (pods.length === 0) {
      const { namespace, selector } = choice;
      if (!choice.orServer) {
        throw new InputError(`${cluster.name}: ${WORDS.none(namespace, selector)}`);
      }
      if (!toldServer) {
        tell(`${cluster.name}: ${WORDS.serverInstead(namespace, selector, cluster.server)}`);
      }
      toldServer = true;
      return { targets: [serverTarget(cluster)], failures };
    }
    for (const pod of pods) {
      if (pod.phase === "Running") continue;
      const error = WORDS.notRunning(pod.phase);
      failures.push({ target: `${pod.namespace}/${pod.name}`, time: Date.now(), error });
    }
    const running = pods.filter((pod) => pod.phase === "Running");
    const names = (pod: Pod): PodScheme => ({ ...choice.how, names: [pod.name] });
    return {
      targets: running.map((pod) => podTarget(cluster, pod, choice.port, names(pod))),
      failures,
    };
  };
}
