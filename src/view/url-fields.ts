import { parsePath } from "../calltree/path-hash.js";
import { VIEW_WORDS } from "../words/view-words.js";
import { bounded, escapeText, LIMITS, type Notices, shortened, unescapeText } from "./url-text.js";
import { DEFAULT_VIEW, TABS, type View } from "./view.js";

type Draft = { -readonly [K in keyof View]: View[K] };
type KeysOf<T> = { [K in keyof View]: View[K] extends T ? K : never }[keyof View];

/** One setting of a view as one parameter of the address. */
export interface Field {
  readonly parameter: string;
  /** the encoded value, undefined where it is the default */
  write(view: View): string | undefined;
  /** takes the encoded value over into the view, or tells why not */
  read(value: string, view: Draft, notices: Notices): void;
}

/** The settings with one value each. Names that were ever written are never given a new meaning. */
export const FIELDS: readonly Field[] = [
  flag("sum", "sum"),
  choice("set", "set", ["auto", "series", "fleet", "unrelated"]),
  text("type", "sampleType", "sampleType"),
  flag("inverted", "inverted"),
  flag("joined", "joined"),
  flag("folded", "folded"),
  choice("widths", "widths", ["larger", "before", "after", "delta"]),
  flag("normalize", "normalize"),
  choice("colour", "colouring", ["kind", "growth", "survival", "package"]),
  text("lit", "lit", "litKind"),
  text("stage", "litStage", "litStage"),
  choice("tab", "tab", TABS),
  choice("as", "orientation", ["icicle", "flame"]),
  flag("side", "sideBySide"),
  path("zoom", "zoom"),
  part(),
  path("at", "selection"),
  text("callers", "callersOf", "function"),
  text("search", "search", "search"),
  text("filter", "filter", "filter"),
  text("hide", "hidden", "listOfColumns"),
  text("limit", "limit", "memoryLimit"),
  text("watermark", "watermark", "watermark"),
  sortOrder(),
];

/** Tells that a setting has a value that is not known. */
function refuse(parameter: string, value: string, notices: Notices): void {
  notices.say(VIEW_WORDS.unknownValue(parameter, shortened(value)));
}

function flag(parameter: string, key: KeysOf<boolean> & keyof View): Field {
  const set = (view: Draft, value: boolean) => Object.assign(view, { [key]: value });
  return {
    parameter,
    write: (view) => (view[key] === DEFAULT_VIEW[key] ? undefined : view[key] ? "1" : "0"),
    read: (value, view, notices) => {
      if (value === "1" || value === "0") set(view, value === "1");
      else refuse(parameter, value, notices);
    },
  };
}

function choice<K extends KeysOf<string>>(
  parameter: string,
  key: K,
  values: readonly View[K][],
): Field {
  return {
    parameter,
    write: (view) => (view[key] === DEFAULT_VIEW[key] ? undefined : escapeText(view[key])),
    read: (value, view, notices) => {
      const known = values.find((v) => v === value);
      if (known === undefined) refuse(parameter, value, notices);
      else (view as { [P in K]: View[K] })[key] = known;
    },
  };
}

type Named =
  | "sampleType"
  | "litKind"
  | "litStage"
  | "function"
  | "search"
  | "filter"
  | "listOfColumns"
  | "memoryLimit"
  | "watermark";
type TextKey =
  | "sampleType"
  | "lit"
  | "litStage"
  | "callersOf"
  | "search"
  | "filter"
  | "hidden"
  | "limit"
  | "watermark";

/** @param what name of the words for it */
function text(parameter: string, key: TextKey, what: Named): Field {
  return {
    parameter,
    write: (view) => (view[key] === DEFAULT_VIEW[key] ? undefined : escapeText(view[key])),
    read: (value, view, notices) => {
      const plain = unescapeText(value);
      if (plain === undefined) refuse(parameter, value, notices);
      else view[key] = bounded(plain, LIMITS.text, VIEW_WORDS[what], notices);
    },
  };
}

function path(parameter: string, key: "zoom" | "selection"): Field {
  return {
    parameter,
    write: (view) => (view[key] === "" ? undefined : escapeText(view[key])),
    read: (value, view, notices) => {
      if (parsePath(value)) view[key] = value;
      else refuse(parameter, value, notices);
    },
  };
}

/** `part=0.25,0.5,40`: three numbers, as the graph writes them. */
function part(): Field {
  return {
    parameter: "part",
    write: (view) => (view.part === "" ? undefined : escapeText(view.part)),
    read: (value, view, notices) => {
      if (/^-?[0-9]{1,12}(\.[0-9]{1,15})?(,[0-9]{1,12}(\.[0-9]{1,15})?){1,2}$/.test(value)) {
        view.part = value;
      } else refuse("part", value, notices);
    },
  };
}

/** `sort=-flat`: descending by flat; without the sign ascending. */
function sortOrder(): Field {
  const written = ({ sort }: View) => `${sort.descending ? "-" : ""}${escapeText(sort.column)}`;
  return {
    parameter: "sort",
    write: (view) => (written(view) === written(DEFAULT_VIEW) ? undefined : written(view)),
    read: (value, view, notices) => {
      const descending = value.startsWith("-");
      const column = unescapeText(descending ? value.slice(1) : value);
      if (column && /^[a-z][a-z0-9%_.]{0,39}$/i.test(column)) view.sort = { column, descending };
      else refuse("sort", value, notices);
    },
  };
}
