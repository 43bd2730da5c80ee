import { KNOWN_ISSUES_WORDS } from "../words/known-issues-words.js";
import { APISERVER_1_ISSUES } from "./issues/apiserver-1.js";
import { APISERVER_2_ISSUES } from "./issues/apiserver-2.js";
import { CLIENT_1_ISSUES } from "./issues/client-1.js";
import { CLIENT_2_ISSUES } from "./issues/client-2.js";
import { ECOSYSTEM_1_ISSUES } from "./issues/ecosystem-1.js";
import { ECOSYSTEM_2_ISSUES } from "./issues/ecosystem-2.js";
import { ETCD_ISSUES } from "./issues/etcd.js";
import { GO_HTTP_1_ISSUES } from "./issues/go-http-1.js";
import { GO_HTTP_2_ISSUES } from "./issues/go-http-2.js";
import { GO_MODULES_1_ISSUES } from "./issues/go-modules-1.js";
import { GO_MODULES_2_ISSUES } from "./issues/go-modules-2.js";
import { GO_MODULES_3_ISSUES } from "./issues/go-modules-3.js";
import { GO_RUNTIME_1_ISSUES } from "./issues/go-runtime-1.js";
import { GO_RUNTIME_2_ISSUES } from "./issues/go-runtime-2.js";
import { KUBELET_ISSUES } from "./issues/kubelet.js";
import type { IssueFacts, KnownIssue } from "./known-issue.js";

const FACTS: readonly IssueFacts[] = [
  ...APISERVER_1_ISSUES,
  ...APISERVER_2_ISSUES,
  ...CLIENT_1_ISSUES,
  ...CLIENT_2_ISSUES,
  ...ECOSYSTEM_1_ISSUES,
  ...ECOSYSTEM_2_ISSUES,
  ...ETCD_ISSUES,
  ...GO_HTTP_1_ISSUES,
  ...GO_HTTP_2_ISSUES,
  ...GO_MODULES_1_ISSUES,
  ...GO_MODULES_2_ISSUES,
  ...GO_MODULES_3_ISSUES,
  ...GO_RUNTIME_1_ISSUES,
  ...GO_RUNTIME_2_ISSUES,
  ...KUBELET_ISSUES,
];

/** All known issues; see CONTRIBUTING.md for adding one. */
export const KNOWN_ISSUES: readonly KnownIssue[] = FACTS.map(withWords);

/** An issue with what is said of it, in the language that is spoken when it is read. */
function withWords(facts: IssueFacts): KnownIssue {
  const { id } = facts;
  return {
    ...facts,
    get title() {
      return KNOWN_ISSUES_WORDS.title(id);
    },
    get tellApart() {
      return KNOWN_ISSUES_WORDS.tellApart(id);
    },
    get act() {
      return KNOWN_ISSUES_WORDS.act(id);
    },
  };
}
