const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const each = (text: string, change: (line: string, i: number) => string) =>
  `${text.trimEnd().split("\n").map(change).join("\n")}\n`;
/** A row of a table: the other lines of a report have no two figures with percentages. */
const isRow = (line: string) => /%\s+\S+\s+[\d.]+%\s+\S/.test(line);
const isHead = (line: string) => /^\s*flat\b/.test(line);
/** flat, flat%, sum%, cum, cum%, name */
const cells = (line: string) =>
  /^\s*(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(.*)$/.exec(line)!.slice(1);
const rows = (text: string, change: (cells: string[], line: string) => string, head?: string) =>
  each(text, (line) =>
    isRow(line) ? change(cells(line), line) : isHead(line) ? (head ?? line) : line,
  );
/** As a window of so many columns breaks lines. */
export const broken = (text: string, width: number) =>
  each(text, (line) => line.replace(new RegExp(`(.{${width}})(?=.)`, "g"), "$1\n"));
/** As a mail of so many columns breaks lines: at blanks. */
export const filled = (text: string, width: number) =>
  each(text, (line) => {
    const out = [""];
    for (const word of line.split(/(?<= )/)) {
      const last = out.at(-1)!;
      if (last.trim() !== "" && (last + word).trimEnd().length > width) out.push(word.trimStart());
      else out[out.length - 1] = last + word;
    }
    return out.map((piece) => piece.trimEnd()).join("\n");
  });
export const prefixed = (prefix: string | ((i: number) => string)) => (text: string) =>
  each(text, (line, i) => `${typeof prefix === "string" ? prefix : prefix(i + 1)}${line}`);
const ESC = "\u001b";

/** What reports of pprof go through before they are pasted; each still says the same. */
export const LINE_FORMS: Readonly<Record<string, (text: string) => string>> = {
  "with lines ended by CRLF": (t) => t.replaceAll("\n", "\r\n"),
  "with lines ended by CR": (t) => t.replaceAll("\n", "\r"),
  "with HTML's entities": escaped,
  "inside of <pre>": (t) => `<html><body><p>Hi</p><pre>${escaped(t)}</pre></body></html>`,
  "with <br>": (t) => each(escaped(t), (l) => `${l.replaceAll(" ", "&nbsp;")}<br>`),
  "with <br/> on one line": (t) =>
    each(escaped(t), (l) => `${l.replaceAll(" ", "&nbsp;")}<br/>`).replaceAll("\n", ""),
  "a line a <div>": (t) =>
    escaped(t)
      .split("\n")
      .map((l) => `<div class="line"><span style="color:#fff">${l}</span></div>`)
      .join(""),
  "as a page shows code": (t) =>
    each(escaped(t), (l, i) => `<tr><td id="L${i}"></td><td class="blob-code">${l}</td></tr>`),
  quoted: prefixed("> "),
  "quoted three times": prefixed(">> > "),
  indented: prefixed("    "),
  "indented by a tab": prefixed("\t"),
  coloured: prefixed(`${ESC}[0m${ESC}[38;5;208m`),
  "recorded from a terminal with its title": (t) => `${ESC}]0;me@host: ~\u0007${t}`,
  "with numbered lines": prefixed((i) => `${`${i}`.padStart(4)}  `),
  "with numbers and a colon": prefixed((i) => `${i}: `),
  "with numbers and a bar": prefixed((i) => `${`${i}`.padStart(3)} | `),
  "with numbers and a tab": prefixed((i) => `${i}\t`),
  "from a log with times": prefixed("2026-11-23T10:00:00.123Z "),
  "from kubectl logs": prefixed("[pod/foo-7f/manager] 2026-11-23T10:00:00.123456789Z "),
  "from klog": prefixed("I1123 10:00:00.123456       1 profile.go:33] "),
  "from docker compose": prefixed("app_1  | "),
  "from syslog": prefixed("Nov 23 10:00:00 node1 kubelet[1234]: "),
  "from a chat": prefixed("[11:52] Jan: "),
  "added in a patch": prefixed("+"),
  "as a comment": prefixed("// "),
  "as a comment of a script": prefixed("# "),
  "as a list": prefixed("- "),
  "with an empty line between each": (t) => each(t, (l) => `${l}\n`),
  "with blanks at the ends": (t) => each(t, (l) => `${l}    `),
  "with hard blanks": (t) => t.replaceAll(" ", "\u00a0"),
  "with dashes and minus of a word processor": (t) =>
    t.replaceAll("--", "\u2014").replaceAll("-", "\u2212"),
  "quoted-printable": (t) =>
    each(t.replaceAll("=", "=3D"), (l) => l.replace(/(.{75})(?=.)/g, "$1=\n")),
  "as a string of JSON": (t) => JSON.stringify({ message: t }),
  "as an array of JSON": (t) => JSON.stringify(t.split("\n"), null, 2),
  "as a log of JSON lines": (t) => each(t, (l) => JSON.stringify({ ts: 1.5, level: "I", msg: l })),
  "in YAML": (t) => `data:\n  top.txt: |-\n${prefixed("    ")(t)}`,
  "in a fence between prose": (t) =>
    `We run v1.28.3 on 12 nodes of 64GB, 95% of 64GB were used at 10:33.\n\n\`\`\`console\n${t}\`\`\`\n\nIs 2GB for 300 nodes normal? It was 1.5GB (75%) before.\n`,
  "in a ticket of Jira": (t) => `h3. Heap\n{noformat:title=top}\n${t}{noformat}\n`,
  "after a command": (t) => `root@node:~# go tool pprof heap.pb.gz\n${t}root@node:~# `,
  "in a window of 80 columns": (t) => broken(t, 80),
};

/** What only tables go through. */
export const TABLE_FORMS: Readonly<Record<string, (text: string) => string>> = {
  "with single blanks": (t) => each(t, (l) => l.replace(/ +/g, " ").trim()),
  "with tabs": (t) => t.replace(/ {2,}/g, "\t"),
  "in a window of 72 columns": (t) => broken(t, 72),
  "in a window of 100 columns": (t) => broken(t, 100),
  "in a mail of 72 columns": (t) => filled(t, 72),
  "in a mail of 80 columns": (t) => filled(t, 80),
  "in a quoted mail of 78 columns": (t) => prefixed("> ")(broken(t, 78)),
  "at a prompt": (t) =>
    `Entering interactive mode (type "help" for commands, "o" for options)\n(pprof) top20\n${t}(pprof) exit\n`,
  "with its rows alone in Markdown's columns": (t) =>
    rows(
      t,
      (c) => `| ${c.join(" | ")} |`,
      "| flat | flat% | sum% | cum | cum% | function |\n|--|--|--|--|--|--|",
    ),
  "in Markdown's columns without edges": (t) =>
    rows(t, (c) => c.join(" | "), "flat | flat% | sum% | cum | cum% |\n---|---|---|---|---|---"),
  "in Markdown with the name first": (t) =>
    rows(
      t,
      (c) => `| ${[c[5], ...c.slice(0, 5)].join(" | ")} |`,
      "| Function | Flat | Flat% | Sum% | Cum | Cum% |\n|:--|--:|--:|--:|--:|--:|",
    ),
  "without the column of sums": (t) =>
    rows(
      t,
      (c) => `| ${[c[0], c[1], c[3], c[4], c[5]].join(" | ")} |`,
      "| Flat | Flat% | Cum | Cum% | Function |\n|--|--|--|--|--|",
    ),
  "in Jira's columns": (t) =>
    rows(t, (c) => `|${c.join("|")}|`, "||flat||flat%||sum%||cum||cum%||name||"),
  "in drawn boxes": (t) =>
    rows(
      t,
      (c) => `│ ${c.join(" │ ")} │`,
      "┌──────┬──────┐\n│ flat │ flat% │ sum% │ cum │ cum% │ name │\n├──────┼──────┤",
    ),
  "with rulers between": (t) => rows(t, (c) => `+-----+-----+\n| ${c.join(" | ")} |`),
  "in HTML's cells": (t) =>
    `<table>${each(t, (l) =>
      isRow(l)
        ? `<tr>${cells(escaped(l))
            .map((c) => `<td>${c}</td>`)
            .join("")}</tr>`
        : `<tr><td colspan=6>${escaped(l)}</td></tr>`,
    )}</table>`,
  "as CSV": (t) => rows(t, (c) => [...c.slice(0, 5), `"${c[5]}"`].join(",")),
  "as CSV with quotes": (t) => rows(t, (c) => c.map((cell) => `"${cell}"`).join(",")),
  "as CSV with semicolons": (t) => rows(t, (c) => c.join(";")),
  "with commas for decimals": (t) =>
    each(t, (l) => l.replace(/(\d)\.(\d+)(?=[MkG]?B|%)/g, "$1,$2")),
  "with a blank before units": (t) => each(t, (l) => l.replace(/(\d)([MkG]?B)\b/g, "$1 $2")),
  "with a blank before percents": (t) => t.replace(/(\d)%/g, "$1 %"),
  "with binary units": (t) => t.replace(/(\d)MB/g, "$1MiB").replace(/(\d)kB/g, "$1KiB"),
  "with units in small letters": (t) => t.replace(/(\d)MB/g, "$1mb").replace(/(\d)kB/g, "$1kb"),
  "with units of one letter": (t) => t.replace(/(\d)MB/g, "$1M").replace(/(\d)kB/g, "$1K"),
  "with full-width signs": (t) => t.replaceAll("%", "\uff05").replaceAll(":", "\uff1a"),
  "with the header of Go 1.8": (t) =>
    t.replace(/Showing nodes accounting for (\S+), (\S+) of (\S+) total/, "$1 of $3 total ($2)"),
  "with headings in capitals": (t) => each(t, (l) => (isHead(l) ? l.toUpperCase() : l)),
  "with names below figures": (t) => rows(t, (c) => `${c.slice(0, 5).join("  ")}\n    ${c[5]}`),
  "with names above figures": (t) => rows(t, (c) => `${c[5]}\n${c.slice(0, 5).join("  ")}`),
  "a cell a line": (t) => rows(t, (c) => c.join("\n")),
  "with stars eaten": (t) => t.replaceAll("(*", "("),
  "with escapes of Markdown": (t) => t.replace(/([*_[\]()<>])/g, "\\$1"),
  "with escapes of LaTeX": (t) => t.replace(/([%_&])/g, "\\$1"),
  "with rows in bold": (t) => rows(t, (_, line) => `**${line.trim()}**`),
  "with flat in bold": (t) => rows(t, (_, line) => line.replace(/^(\s*)(\S+)/, "$1**$2**")),
  "with links of names": (t) =>
    rows(t, (c) => [...c.slice(0, 5), `[${c[5]}](https://example.com/x)`].join("  ")),
  "with remarks behind rows": (t) => rows(t, (_, line) => `${line}   <--- here!`),
  "with remarks like comments": (t) => rows(t, (_, line) => `${line}  # look at this`),
  "with rows left out": (t) => t.replace(/\n(?=[^\n]*\n*$)/, "\n...\n"),
};
