import { GRANULARITIES } from "../calltree/granularity.js";
import { parsePath } from "../calltree/path-hash.js";
import {
  BASE_MEDIAN,
  LABEL_STEPS,
  LONG_NAMES,
  NAME_STEPS,
  NO_BASE,
  SWITCH_STEPS,
  type Transform,
} from "../engine/question.js";
import { webAddressOfIndex } from "../fleet/index-scheme.js";
import { webAddressOf } from "../stores/store-scheme.js";
import { LANGUAGES, type Language } from "../words/language.js";
import { VIEW_WORDS } from "../words/view-words.js";
import { FIELDS } from "./url-fields.js";
import { bounded, escapeText, LIMITS, Notices, shortened, unescapeText } from "./url-text.js";
import { DEFAULT_VIEW, type FileRef, type View } from "./view.js";

/** The version of the text form that is written. All versions are read. */
const VIEW_VERSION = 1;

/** What a fragment says beside the view. */
export interface Extras {
  /** what a self-contained link carries; see docs/permalinks.md */
  readonly data?: string;
  /** paths on this page's own host, to be opened at once */
  readonly open?: readonly string[];
  /** the language that the link is to be seen in; a link has none unless one asked for it */
  readonly language?: Language;
  /** http(s) addresses to be opened whose files the link does not name */
  readonly urls?: readonly string[];
}

/** What a fragment says. */
export interface ReadFragment {
  readonly view: View;
  /** sentences for the person about what could not be followed */
  readonly notices: readonly string[];
  readonly extras: Extras;
}

/**
 * The view as text for the address, without "#". "" for the default view without files. Only
 * what differs from DEFAULT_VIEW is written. See docs/permalinks.md for the form.
 */
export function viewToFragment(view: View): string {
  const parts: string[] = [];
  for (const file of view.files) {
    parts.push(`f=${file.hash}:${file.size}:${escapeText(file.name)}`);
    if (file.url) parts.push(`url=${escapeText(file.url)}`);
  }
  if (view.shown !== 0) parts.push(`shown=${view.shown}`);
  if (view.base === BASE_MEDIAN) parts.push("base=median");
  else if (view.base !== NO_BASE) parts.push(`base=${view.base}`);
  for (const t of view.transforms) {
    parts.push("pattern" in t ? `t=${t.do}:${escapeText(t.pattern)}` : `t=${t.do}`);
  }
  if (view.unfolded.length > 0) parts.push(`unfolded=${view.unfolded.map(escapeText).join(",")}`);
  for (const field of FIELDS) {
    const value = field.write(view);
    if (value !== undefined) parts.push(`${field.parameter}=${value}`);
  }
  return parts.length === 0 ? "" : [`v=${VIEW_VERSION}`, ...parts].join("&");
}

/**
 * Reads what stands behind "#" in the address. The text is not trusted: whatever it is, there is
 * a view within LIMITS, and what was left out is told. Never throws.
 */
export function fragmentToView(fragment: string): ReadFragment {
  if (fragment === "") return { view: DEFAULT_VIEW, notices: [], extras: {} };
  if (fragment.length > LIMITS.fragment) {
    const notices = [VIEW_WORDS.tooLong];
    return { view: DEFAULT_VIEW, notices, extras: {} };
  }
  const reader = new Reader();
  const parts = fragment.split("&", LIMITS.parameters + 1);
  if (parts.length > LIMITS.parameters) {
    reader.notices.say(VIEW_WORDS.tooManySettings(LIMITS.parameters));
  }
  for (const part of parts.slice(0, LIMITS.parameters)) {
    const equals = part.indexOf("=");
    if (equals < 0) reader.take(part, "");
    else reader.take(part.slice(0, equals), part.slice(equals + 1));
  }
  return reader.done();
}

const PATTERN_STEPS = [...NAME_STEPS, ...LABEL_STEPS, "collapse", "drop-kind"] as const;

const fieldOf = new Map(FIELDS.map((f) => [f.parameter, f]));

class Reader {
  readonly notices = new Notices();
  private readonly view = { ...DEFAULT_VIEW };
  private readonly files: FileRef[] = [];
  private readonly transforms: Transform[] = [];
  private readonly unfolded: string[] = [];
  private readonly open: string[] = [];
  private readonly urls: string[] = [];
  private data: string | undefined;
  private language: Language | undefined;
  private shown = "";
  private base = "";

  take(name: string, value: string): void {
    const field = fieldOf.get(name);
    if (field) field.read(value, this.view, this.notices);
    else if (name === "v") this.version(value);
    else if (name === "f") this.file(value);
    else if (name === "url") this.url(value);
    else if (name === "shown") this.shown = value;
    else if (name === "base") this.base = value;
    else if (name === "t") this.transform(value);
    else if (name === "unfolded") this.unfold(value);
    else if (name === "open") this.openPath(value);
    else if (name === "lang") this.speak(value);
    else if (name === "d") this.data ??= value || undefined;
    else if (name !== "" || value !== "") this.notices.leftOut(name);
  }

  done(): ReadFragment {
    const { view, files, notices } = this;
    view.files = files;
    view.transforms = this.transforms;
    view.unfolded = this.unfolded;
    view.shown = this.index("shown", this.shown) ?? 0;
    const median = this.base === "median" && files.length > 1;
    view.base = median ? BASE_MEDIAN : (this.index("base", this.base) ?? NO_BASE);
    const extras: Extras = {
      ...(this.data === undefined ? {} : { data: this.data }),
      ...(this.language === undefined ? {} : { language: this.language }),
      ...(this.open.length > 0 ? { open: this.open } : {}),
      ...(this.urls.length > 0 ? { urls: this.urls } : {}),
    };
    return { view, notices: notices.all(), extras };
  }

  private version(value: string): void {
    if (value === String(VIEW_VERSION)) return;
    this.notices.say(
      /^[1-9][0-9]{0,8}$/.test(value)
        ? VIEW_WORDS.newerForm(value, VIEW_VERSION)
        : VIEW_WORDS.noForm(shortened(value), VIEW_VERSION),
    );
  }

  private speak(value: string): void {
    this.language = LANGUAGES.find((known) => known === value);
    if (this.language === undefined) this.notices.say(VIEW_WORDS.unknownLanguage(shortened(value)));
  }

  /** `hash:size:name`; the size may be 0 where it is not known. */
  private file(value: string): void {
    const [before = "", hash, size] = /^([0-9a-f]{64}):([0-9]{1,15}):/.exec(value) ?? [];
    const name = hash === undefined ? undefined : unescapeText(value.slice(before.length));
    if (hash === undefined || name === undefined || name === null) {
      this.notices.say(VIEW_WORDS.unreadableFile);
      return;
    }
    if (this.files.some((f) => f.hash === hash)) {
      this.notices.say(VIEW_WORDS.fileTwice);
    } else if (this.files.length === LIMITS.files) {
      this.notices.say(VIEW_WORDS.tooManyFiles(LIMITS.files));
    } else {
      const short = bounded(name, LIMITS.text, VIEW_WORDS.fileName, this.notices);
      this.files.push({ hash, name: short, size: Number(size), url: "" });
    }
  }

  /** The address of the file named before it; of a file without a name where there is none. */
  private url(value: string): void {
    const url = unescapeText(value);
    if (url === undefined || !isWebAddress(url)) {
      this.notices.say(VIEW_WORDS.noWebAddress);
      return;
    }
    const last = this.files.at(-1);
    if (last && last.url === "") this.files[this.files.length - 1] = { ...last, url };
    else if (this.urls.length < LIMITS.addresses) this.urls.push(url);
    else this.notices.say(VIEW_WORDS.tooManyAddresses(LIMITS.addresses));
  }

  private transform(value: string): void {
    const { notices, transforms } = this;
    if (transforms.length === LIMITS.transforms) {
      notices.say(VIEW_WORDS.tooManyFilters(LIMITS.transforms));
      return;
    }
    const colon = value.indexOf(":");
    const step = colon < 0 ? value : value.slice(0, colon);
    const pattern = colon < 0 ? undefined : unescapeText(value.slice(colon + 1));
    const isSwitch = SWITCH_STEPS.find((s) => s === step);
    if (isSwitch) {
      transforms.push({ do: isSwitch });
      return;
    }
    const patterned = PATTERN_STEPS.find((s) => s === step);
    if (!patterned && step !== "granularity" && step !== "demangle") {
      notices.say(VIEW_WORDS.unknownFilter(shortened(step)));
    } else if (pattern === undefined) {
      notices.say(VIEW_WORDS.noPattern(step));
    } else if (pattern.length > LIMITS.pattern) {
      // A pattern that is cut would mean something else.
      notices.say(VIEW_WORDS.longPattern(step, LIMITS.pattern));
    } else if (patterned) {
      transforms.push({ do: patterned, pattern });
    } else if (step === "demangle") {
      const names = LONG_NAMES.find((n) => n === pattern);
      if (names) transforms.push({ do: "demangle", pattern: names });
      else notices.say(VIEW_WORDS.unknownNames(shortened(pattern)));
    } else {
      const granularity = GRANULARITIES.find((g) => g === pattern);
      if (granularity) transforms.push({ do: "granularity", pattern: granularity });
      else notices.say(VIEW_WORDS.unknownGranularity(shortened(pattern)));
    }
  }

  private unfold(value: string): void {
    for (const path of value.split(",", LIMITS.unfolded + 1)) {
      if (this.unfolded.length === LIMITS.unfolded) {
        this.notices.say(VIEW_WORDS.tooManyUnfolded(LIMITS.unfolded));
        return;
      }
      if (parsePath(path)) this.unfolded.push(path);
      else this.notices.say(VIEW_WORDS.noPath);
    }
  }

  private openPath(value: string): void {
    const path = unescapeText(value);
    if (path === undefined || !isOwnPath(path)) {
      this.notices.say(VIEW_WORDS.otherHost);
    } else if (this.open.length === LIMITS.addresses) {
      this.notices.say(VIEW_WORDS.tooManyOpened(LIMITS.addresses));
    } else this.open.push(withWholeEscapes(path));
  }

  /** An index into the files; undefined where nothing or no such index is given. */
  private index(parameter: string, value: string): number | undefined {
    if (value === "") return undefined;
    const index = /^[0-9]{1,4}$/.test(value) ? Number(value) : -1;
    if (index >= 0 && index < this.files.length) return index;
    this.notices.say(VIEW_WORDS.noSuchFile(parameter, shortened(value), this.files.length));
    return undefined;
  }
}

/** A fragment whose link is seen in a language, whatever language the reader's page is in. */
export function inLanguage(fragment: string, language: Language): string {
  return fragment === "" ? `v=${VIEW_VERSION}&lang=${language}` : `${fragment}&lang=${language}`;
}

/** The fragment of a link to a file at an address, which is confirmed first as any other. */
export function addressFragment(url: string): string {
  return `v=${VIEW_VERSION}&url=${escapeText(url)}`;
}

function isWebAddress(text: string): boolean {
  return (
    text.length <= LIMITS.address &&
    /^https?:\/\/[^/?#\s]/i.test(webAddressOf(webAddressOfIndex(text))) &&
    isPlain(text)
  );
}

/** A path and no address: neither a scheme nor a host, nor characters that browsers drop. */
function isOwnPath(text: string): boolean {
  if (text === "" || text.length > LIMITS.address || !isPlain(text)) return false;
  return !text.includes("\\") && !text.startsWith("//") && !/^[a-z][a-z0-9+.-]*:/i.test(text);
}

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 32 || c === 127) return false;
  }
  return text.isWellFormed();
}

/** A "%" that escapes nothing would make decoding the path fail. */
function withWholeEscapes(path: string): string {
  return unescapeText(path) === undefined ? path.replaceAll("%", "%25") : path;
}
