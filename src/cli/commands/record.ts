import { HELP_WORDS } from "../../words/terminal/help-words.js";
import { RECORD_WORDS } from "../../words/terminal/record-words.js";
import type { Command, Io } from "../command.js";
import { Interrupted, UsageError } from "../exit-code.js";
import { helpText, recordFlags } from "../help-text.js";
import { COMMON_OPTIONS, type Flags } from "../input/flags.js";
import { API_SERVERS } from "../record/find-targets.js";
import { RecordFolder } from "../record/folder.js";
import { crossing, type Mark, PeakRing } from "../record/peak.js";
import { rbacYaml } from "../record/rbac.js";
import { RECORD_OPTIONS, recordPlan, sizeFlag } from "../record/record-plan.js";
import { recordRounds } from "../record/rounds.js";
import { Told } from "../record/told.js";

const { of: say } = HELP_WORDS;

export const record: Command = {
  name: "record",
  takes: "[ADDRESS...] -o DIR",
  summary: () => say("record.summary"),
  help: () =>
    helpText(
      say("record.about"),
      [
        ["-o, --output DIR", say("record.output")],
        ...recordFlags(),
        ["--until-rss SIZE", say("record.until-rss")],
        ["--until-heap SIZE", say("record.until-heap")],
        ["--keep N", say("record.keep")],
        ["--cluster-name C", say("record.cluster-name")],
        ["--rbac", say("record.rbac")],
        ["--account NS/NAME", say("record.account")],
      ],
      say("record.after"),
    ),
  options: {
    ...COMMON_OPTIONS,
    ...RECORD_OPTIONS,
    output: { type: "string", short: "o" },
    "until-rss": { type: "string" },
    "until-heap": { type: "string" },
    keep: { type: "string" },
    "cluster-name": { type: "string" },
    rbac: { type: "boolean" },
    account: { type: "string" },
  },
  run,
};

async function run(flags: Flags, io: Io): Promise<void> {
  if (flags.has("rbac")) return printRoles(flags, io);
  const path = flags.text("output");
  if (path === undefined) throw new UsageError(RECORD_WORDS.noOutput);
  const mark: Mark = {
    rss: sizeFlag("until-rss", flags.text("until-rss")),
    heap: sizeFlag("until-heap", flags.text("until-heap")),
  };
  const isPeak = mark.rss !== undefined || mark.heap !== undefined;
  if (flags.text("keep") !== undefined && !isPeak) {
    throw new UsageError(RECORD_WORDS.keepAlone);
  }
  if (mark.rss !== undefined && flags.has("no-metrics")) {
    throw new UsageError(RECORD_WORDS.rssWithoutMetrics);
  }
  const keep = flags.number("keep", 1, true) ?? 10;
  const { cluster, find, schedule, options } = await recordPlan(flags, flags.files, io);
  const folder = await RecordFolder.open(path, {
    cluster: flags.text("cluster-name") ?? cluster?.name ?? null,
    context: cluster?.context ?? null,
    server: cluster?.server ?? null,
    interval: schedule.interval,
    gc: options.gc,
  });
  const ring = isPeak ? new PeakRing(folder, keep) : undefined;
  const told = new Told(io, mark);
  let crossed = false;
  for await (const round of recordRounds(find, schedule, options)) {
    const files = await folder.add(round);
    told.round(round);
    const peak = crossed ? undefined : crossing(round, mark);
    if (peak) {
      crossed = true;
      io.err(RECORD_WORDS.crossed(peak.target, peak.what, keep));
    }
    if (await ring?.add(files, peak)) break;
  }
  if (io.signal.aborted) throw new Interrupted();
  if (isPeak && !crossed) io.err(RECORD_WORDS.notCrossed);
  told.end(path);
}

function printRoles(flags: Flags, io: Io): void {
  const account = flags.text("account") ?? "kube-system/leaklens-recorder";
  if (!/^[a-z0-9.-]+\/[a-z0-9.-]+$/.test(account)) {
    throw new UsageError(RECORD_WORDS.account(account));
  }
  io.out(rbacYaml({ namespace: flags.text("namespace") ?? API_SERVERS.namespace, account }));
}
