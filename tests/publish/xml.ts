/** An element of a document, with its attributes, text and children in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
};

/** Reads XML strictly, as far as the SVG files written here use it. @throws where ill-formed */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: "", attributes: new Map(), children: [], text: "" };
  const open: XmlElement[] = [root];
  const token =
    /<\?xml[^?]*\?>|<\/([\w:]+)>|<([\w:]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const found = token.exec(text);
    if (!found) throw new Error(`ill-formed at ${at}: ${text.slice(at, at + 60)}`);
    const [, closes, opens, attributes, empty, content] = found;
    const top = open.at(-1)!;
    if (content !== undefined) top.text += decoded(content);
    if (closes !== undefined && open.pop()!.name !== closes) throw new Error(`stray </${closes}>`);
    if (opens === undefined) continue;
    const element: XmlElement = { name: opens, attributes: new Map(), children: [], text: "" };
    for (const [, name, value] of attributes!.matchAll(/\s+([\w:-]+)="([^"]*)"/g)) {
      if (element.attributes.has(name!)) throw new Error(`${name} twice`);
      (element.attributes as Map<string, string>).set(name!, decoded(value!));
    }
    top.children.push(element);
    if (empty !== "/") open.push(element);
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error("not one element");
  return root.children[0]!;
}

/** An element and all below it. */
export function* everything(element: XmlElement): Iterable<XmlElement> {
  yield element;
  for (const child of element.children) yield* everything(child);
}

function decoded(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) {
    throw new Error("a character that XML forbids");
  }
  return text.replace(/&([^;]*)(;?)/g, (whole, name: string, end: string) => {
    const found = ENTITIES[name];
    if (found === undefined || end === "") throw new Error(`unknown entity ${whole}`);
    return found;
  });
}
