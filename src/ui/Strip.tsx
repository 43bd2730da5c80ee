import { area, curveLinear, line, max, scaleLinear, scalePoint, stack } from "d3";
import { useEffect, useMemo, useRef, useState } from "react";
import type { SetAnswer } from "../engine/answers.js";
import { BASE_MEDIAN, NO_BASE } from "../engine/question.js";
import { useAnswer, useView } from "../store/store.js";
import { bandColour } from "./bandcolour.js";
import { formatDelta, formatSpan, formatTime, formatValue, shortFileName } from "./format.js";
import { useSession } from "./session.js";
import { useTheme } from "./theme.js";

const HEIGHT = 104;
const TOP = 10;
const BOTTOM = 24;
const LEFT = 56;
const RIGHT = 28;

/** The snapshots of the set: total over time, stacked by kind; or bars, for a fleet. */
export function Strip() {
  const set = useAnswer("set");
  const view = useView();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const usable = set && set.totals.length === view.files.length ? set : undefined;
  return (
    <section className="strip" ref={box} aria-label="Snapshots">
      {usable && width > 0 ? (
        usable.kind === "series" ? (
          <Course set={usable} width={width} />
        ) : (
          <Bars set={usable} width={width} />
        )
      ) : null}
      {usable ? <SetKind set={usable} /> : null}
    </section>
  );
}

function SetKind({ set }: { set: SetAnswer }) {
  const view = useView();
  const session = useSession();
  return (
    <label className="set-kind" title={set.why}>
      <span className="hidden-text">What these files are to each other</span>
      <select
        value={view.set}
        onChange={(e) => session.change({ set: e.target.value as typeof view.set })}
      >
        <option value="auto">{set.kind} (found out)</option>
        <option value="series">series of one process</option>
        <option value="fleet">fleet of processes</option>
        <option value="unrelated">unrelated files</option>
      </select>
    </label>
  );
}

function Ticks(props: {
  scale: (v: number) => number;
  ticks: number[];
  width: number;
  unit: string;
}) {
  return (
    <g className="strip-ticks">
      {props.ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={props.width - RIGHT} y1={props.scale(tick)} y2={props.scale(tick)} />
          <text x={LEFT - 8} y={props.scale(tick)} dy="0.32em" textAnchor="end">
            {tick === 0 ? "0" : formatValue(tick, props.unit).replace(/\.0+ /, " ")}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Round values of bytes up to `top`: powers of two, two or three of them. */
function ticksOf(top: number, unit: string): number[] {
  if (unit !== "bytes") return scaleLinear([0, top], [0, 1]).ticks(2);
  let step = 2 ** Math.floor(Math.log2(Math.max(1, top)));
  if (top / step < 1.5) step /= 2;
  const out = [0];
  for (let v = step; v <= top && out.length < 5; v += step) out.push(v);
  return out;
}

function useHoverText(set: SetAnswer) {
  const view = useView();
  return (i: number): string => {
    const file = view.files[i]!;
    const time = set.times[i];
    const of = set.totals[i]!;
    const parts = [
      file.name,
      time === undefined ? "no time in the file" : formatTime(time),
      formatValue(of, set.unit),
      ...set.bands
        .filter((band) => band.values[i]! > of * 0.005)
        .map((band) => `${band.key} ${formatValue(band.values[i]!, set.unit)}`),
    ];
    return parts.join("\n");
  };
}

function Course({ set, width }: { set: SetAnswer; width: number }) {
  const view = useView();
  const session = useSession();
  const hoverText = useHoverText(set);
  const theme = useTheme();
  const [drag, setDrag] = useState<{ from: number; to: number } | undefined>();
  const { order, times, totals, bands, unit } = set;
  const position = useMemo(() => {
    const timed = order.every((i) => times[i] !== undefined);
    const at = order.map((i, n) => (timed ? times[i]! : n));
    const scale = scaleLinear(
      [at[0]!, at.at(-1)! === at[0]! ? at[0]! + 1 : at.at(-1)!],
      [LEFT + 12, width - RIGHT - 12],
    );
    return new Map(order.map((i, n) => [i, scale(at[n]!)]));
  }, [order, times, width]);
  const y = scaleLinear([0, max(totals) || 1], [HEIGHT - BOTTOM, TOP]);
  const rows = order.map((i) =>
    Object.fromEntries(bands.map((b) => [b.key, Math.max(0, b.values[i]!)])),
  );
  // Unknown and other at the bottom, the largest kind on top, as the line of the total shows it.
  const keys = bands.map((b) => b.key).reverse();
  const series = stack<Record<string, number>>().keys(keys)(rows);
  const shape = area<[number, number]>()
    .x((_, n) => position.get(order[n]!)!)
    .y0((d) => y(d[0]))
    .y1((d) => y(d[1]))
    .curve(curveLinear);
  const outline = line<number>()
    .x((i) => position.get(i)!)
    .y((i) => y(totals[i]!))
    .curve(curveLinear);
  const nearest = (clientX: number, target: SVGSVGElement): number => {
    const x = clientX - target.getBoundingClientRect().left;
    let best = order[0]!;
    for (const i of order) {
      if (Math.abs(position.get(i)! - x) < Math.abs(position.get(best)! - x)) best = i;
    }
    return best;
  };
  const brush =
    drag && drag.from !== drag.to
      ? [drag.from, drag.to]
      : view.base >= 0 && !view.sum
        ? [view.base, view.shown]
        : undefined;
  const labelled = spacedLabels(order, position, [view.shown, view.base]);
  return (
    <svg
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={`Total over ${order.length} snapshots`}
      onPointerDown={(e) => {
        const at = nearest(e.clientX, e.currentTarget);
        e.currentTarget.setPointerCapture(e.pointerId);
        setDrag({ from: at, to: at });
      }}
      onPointerMove={(e) => {
        if (drag) setDrag({ from: drag.from, to: nearest(e.clientX, e.currentTarget) });
      }}
      onPointerCancel={() => setDrag(undefined)}
      onPointerUp={() => {
        if (!drag) return;
        setDrag(undefined);
        if (drag.from === drag.to) {
          session.change({
            shown: drag.from,
            sum: false,
            ...(view.base === drag.from ? { base: NO_BASE } : {}),
          });
          return;
        }
        const [base, shown] =
          order.indexOf(drag.from) < order.indexOf(drag.to)
            ? [drag.from, drag.to]
            : [drag.to, drag.from];
        session.change({ base: base!, shown: shown!, sum: false });
      }}
    >
      {brush ? (
        <rect
          className="strip-brush"
          x={Math.min(position.get(brush[0]!)!, position.get(brush[1]!)!)}
          width={Math.abs(position.get(brush[0]!)! - position.get(brush[1]!)!)}
          y={4}
          height={HEIGHT - BOTTOM - 4}
        />
      ) : null}
      <Ticks scale={y} ticks={ticksOf(max(totals) || 1, unit)} width={width} unit={unit} />
      {series.map((layer) => (
        <path
          key={layer.key}
          d={shape(layer as unknown as [number, number][]) ?? ""}
          fill={bandColour(layer.key, theme)}
        />
      ))}
      <path d={outline([...order]) ?? ""} className="strip-line" />
      {set.restarts.map((i) => (
        <line
          key={i}
          className="strip-restart"
          x1={position.get(i)! - 4}
          x2={position.get(i)! - 4}
          y1={TOP}
          y2={HEIGHT - BOTTOM}
        >
          <title>the process restarted before this snapshot</title>
        </line>
      ))}
      {order.map((i) => {
        const on = i === view.shown || i === view.base;
        return (
          <g key={view.files[i]!.hash} className="strip-point" data-on={on || undefined}>
            <circle cx={position.get(i)!} cy={y(totals[i]!)} r={on ? 5 : 3.5}>
              <title>{hoverText(i)}</title>
            </circle>
            {labelled.has(i) ? (
              <text
                x={position.get(i)!}
                y={HEIGHT - 8}
                textAnchor={i === order[0] ? "start" : i === order.at(-1) ? "end" : "middle"}
              >
                {shortFileName(view.files[i]!.name)}
              </text>
            ) : null}
          </g>
        );
      })}
      {brush && brush.length === 2 && view.base >= 0 && !drag ? (
        <text
          className="strip-note"
          x={(position.get(brush[0]!)! + position.get(brush[1]!)!) / 2}
          y={TOP + 4}
          textAnchor="middle"
        >
          {formatDelta(totals[brush[1]!]! - totals[brush[0]!]!, unit)}
          {times[brush[0]!] !== undefined && times[brush[1]!] !== undefined
            ? ` in ${formatSpan(Math.abs(times[brush[1]!]! - times[brush[0]!]!))}`
            : ""}
        </text>
      ) : null}
    </svg>
  );
}

/** Points whose label has room; those that are shown come first. */
function spacedLabels(
  order: readonly number[],
  position: ReadonlyMap<number, number>,
  first: readonly number[],
): Set<number> {
  const taken = new Set<number>();
  const rank = [...order].sort(
    (a, b) => Number(first.includes(b)) - Number(first.includes(a)) || a - b,
  );
  for (const i of rank) {
    if ([...taken].every((t) => Math.abs(position.get(t)! - position.get(i)!) > 96)) taken.add(i);
  }
  return taken;
}

function Bars({ set, width }: { set: SetAnswer; width: number }) {
  const view = useView();
  const session = useSession();
  const hoverText = useHoverText(set);
  const theme = useTheme();
  const { totals, bands, unit, median, outlier, outlierFactor } = set;
  const y = scaleLinear([0, max(totals) || 1], [HEIGHT - BOTTOM, TOP]);
  const x = scalePoint<number>()
    .domain(view.files.map((_, i) => i))
    .range([LEFT, width - RIGHT])
    .padding(0.5);
  const bar = Math.min(72, x.step() * 0.5);
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={`Totals of ${totals.length} files`}>
      <Ticks scale={y} ticks={ticksOf(max(totals) || 1, unit)} width={width} unit={unit} />
      {view.files.map((file, i) => {
        let below = 0;
        const on = i === view.shown || i === view.base;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the same choice is in the header's lists
          <g
            key={file.hash}
            className="strip-bar"
            data-on={on || undefined}
            onClick={(e) =>
              session.change(e.shiftKey ? { base: i, sum: false } : { shown: i, sum: false })
            }
          >
            <title>{hoverText(i)}</title>
            <rect
              className="strip-hit"
              x={x(i)! - x.step() / 2}
              width={x.step()}
              y={0}
              height={HEIGHT}
            />
            {[...bands].reverse().map((band) => {
              const value = Math.max(0, band.values[i]!);
              const top = y(below + value);
              const height = y(below) - top;
              below += value;
              return (
                <rect
                  key={band.key}
                  x={x(i)! - bar / 2}
                  width={bar}
                  y={top}
                  height={Math.max(0, height)}
                  fill={bandColour(band.key, theme)}
                />
              );
            })}
            <text x={x(i)!} y={HEIGHT - 8} textAnchor="middle">
              {shortFileName(file.name)}
            </text>
            {i === outlier ? (
              <text className="strip-note strong" x={x(i)! + bar / 2 + 8} y={y(totals[i]!) + 10}>
                {outlierFactor.toFixed(1)} times the median
              </text>
            ) : null}
          </g>
        );
      })}
      {totals.length > 2 ? (
        <g className="strip-median">
          <line x1={LEFT} x2={width - RIGHT} y1={y(median)} y2={y(median)} />
          <text x={width - RIGHT} y={y(median) - 4} textAnchor="end">
            median {formatValue(median, unit)}
            {view.base === BASE_MEDIAN ? " (base)" : ""}
          </text>
        </g>
      ) : null}
    </svg>
  );
}
