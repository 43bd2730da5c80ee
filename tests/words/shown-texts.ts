import { parseSync } from "vite";

/** Attributes that people read or hear. */
const READ = new Set(["title", "aria-label", "aria-description", "placeholder", "label", "alt"]);
/** Fields of objects that people read, in rooms that do not draw their texts themselves. */
const READ_FIELDS = /^(title|label|text|shown|note|aside|message|hint|why|reason|problem|host)$/;
/** Functions that take selectors and media queries. */
const SELECTING = new Set(["closest", "querySelector", "querySelectorAll", "matchMedia"]);
/** What is the same in every language. */
const NAMES = ["Leaklens", "/debug/pprof/heap"];

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const isSelecting = (node: Node): boolean =>
  node.type === "CallExpression" &&
  SELECTING.has((node.callee as { property?: { name?: string } }).property?.name ?? "");

const isStyle = (node: Node): boolean =>
  (node.type === "JSXAttribute" && (node.name as { name: string }).name === "style") ||
  (node.type === "Property" && (node.key as { name?: string }).name === "background");

/** `must(value, "what it is")`, whose text only a fault of the program brings up. */
const isAssertion = (node: Node): boolean =>
  node.type === "CallExpression" && (node.callee as { name?: string }).name === "must";

const isError = (node: Node): boolean =>
  node.type === "NewExpression" &&
  /Error$|^Redirected$/.test((node.callee as { name?: string }).name ?? "");

/** `this.problem(of, message, hint)`, which shows what it is given. */
const isProblem = (node: Node): boolean =>
  node.type === "CallExpression" &&
  /^problem$/.test((node.callee as { property?: { name?: string } }).property?.name ?? "");

const PASSES_ON = /^(Conditional|Logical|Template|Binary|Paren)/;

/** Whether a text in a node's child is read because of what the node is. */
function reads(node: Node, isRead: boolean, strict: boolean): boolean {
  if (node.type === "JSXAttribute") return READ.has((node.name as { name: string }).name);
  if (node.type === "JSXExpressionContainer") return isRead;
  if (strict && node.type === "Property") {
    return READ_FIELDS.test((node.key as { name?: string }).name ?? "");
  }
  if (strict && (isError(node) || isProblem(node))) return true;
  return isRead && PASSES_ON.test(node.type) && !/^[=!]==$/.test(String(node.operator));
}

/** A template with all its pieces: "{} of {}" has a word that no piece shows to be a sentence. */
function wholeTemplate(node: Node): string {
  return (node.quasis as { value: { cooked: string } }[]).map((q) => q.value.cooked).join("{}");
}

/**
 * Texts that a source shows of itself: text of elements, attributes that are read, sentences.
 * @param strict also fields that are read, messages of errors, and single words in templates; in
 *   a source without class names
 */
export function shownTexts(name: string, source: string, strict = false): string[] {
  const out: string[] = [];
  const visit = (node: Node, isRead: boolean): void => {
    if (node.type === "ImportDeclaration" || node.type.startsWith("TS")) return;
    if (isSelecting(node) || isStyle(node)) return;
    if (isAssertion(node)) {
      visit((node.arguments as Node[])[0]!, false);
      return;
    }
    if (node.type === "JSXText") add(node.value as string, true);
    if (node.type === "Literal" && typeof node.value === "string") add(node.value, isRead);
    if (strict && node.type === "TemplateLiteral") {
      const whole = wholeTemplate(node);
      add(whole, isRead || (/(^|[} ])[A-Za-z]{2,}[,.;:]? ?\{\}/.test(whole) && / /.test(whole)));
    } else if (node.type === "TemplateElement" && !strict) {
      add((node.value as { cooked: string }).cooked, isRead);
    }
    const read = reads(node, isRead, strict);
    for (const [field, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) visit(child, read && field !== "test");
      }
    }
  };
  const add = (text: string, isRead: boolean): void => {
    const trimmed = text.trim();
    const sentence = /[A-Za-z]{2,}[,.;:]? [A-Za-z({]/.test(trimmed);
    if (!(isRead ? /[A-Za-z]{2}/.test(trimmed) : sentence) || NAMES.includes(trimmed)) return;
    // Commands, class names and styles are no words.
    if (/^(kubectl|curl|grf|for i) /.test(trimmed) && !isRead) return;
    if (!strict && /^[a-z-]+( [a-z-]+)+$/.test(trimmed) && !isRead) return;
    out.push(trimmed);
  };
  const parsed = parseSync(name, source, { lang: name.endsWith("x") ? "tsx" : "ts" });
  visit(parsed.program as unknown as Node, false);
  return out;
}
