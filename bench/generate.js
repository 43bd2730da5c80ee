// Writes a large profile from a recording: its own tables, its stacks perturbed, its values
// scaled. The same seed gives the same bytes.
import { gunzipSync, gzipSync } from "node:zlib";

/** A small generator of random numbers (mulberry32): the same in every run. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function varint(bytes, at) {
  let value = 0;
  let factor = 1;
  for (;;) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return [value, at];
    factor *= 128;
  }
}

class Writer {
  length = 0;

  constructor(room = 4096) {
    this.bytes = Buffer.allocUnsafe(room);
  }

  room(more) {
    if (this.length + more <= this.bytes.length) return;
    const next = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(next, 0, 0, this.length);
    this.bytes = next;
  }

  byte(value) {
    this.room(1);
    this.bytes[this.length++] = value;
  }

  varint(value) {
    this.room(10);
    let rest = value;
    while (rest >= 128) {
      this.bytes[this.length++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.length++] = rest;
  }

  raw(bytes) {
    this.room(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  message(field, writer) {
    this.byte((field << 3) | 2);
    this.varint(writer.length);
    this.raw(writer.bytes.subarray(0, writer.length));
  }
}

function numbers(bytes) {
  const out = [];
  for (let at = 0; at < bytes.length; ) {
    const [value, next] = varint(bytes, at);
    out.push(value);
    at = next;
  }
  return out;
}

/** The recording's samples, and all of its other fields as they are. */
function takeApart(bytes) {
  const samples = [];
  const rest = [];
  for (let at = 0; at < bytes.length; ) {
    const start = at;
    const [tag, afterTag] = varint(bytes, at);
    if ((tag & 7) === 2) {
      const [length, body] = varint(bytes, afterTag);
      at = body + length;
      if (tag >>> 3 === 2) {
        samples.push(sampleOf(bytes.subarray(body, at)));
        continue;
      }
    } else {
      at = varint(bytes, afterTag)[1];
    }
    rest.push(bytes.subarray(start, at));
  }
  return { samples, rest };
}

function sampleOf(bytes) {
  const sample = { stack: [], values: [], labels: [] };
  for (let at = 0; at < bytes.length; ) {
    const start = at;
    const [tag, afterTag] = varint(bytes, at);
    const [length, body] = varint(bytes, afterTag);
    at = body + length;
    if (tag === 0x0a) sample.stack = numbers(bytes.subarray(body, at));
    else if (tag === 0x12) sample.values = numbers(bytes.subarray(body, at));
    else sample.labels.push(bytes.subarray(start, at));
  }
  return sample;
}

/**
 * A packed profile of `count` samples made of the recording's bytes (packed or not).
 * A stack keeps its root part and goes over into the leaf part of another one at a location that
 * both have, so that it is as deep and forks as often as those of real programs.
 */
export function generate(recording, count, seed = 1) {
  const bytes = recording[0] === 0x1f ? gunzipSync(recording) : recording;
  const { samples, rest } = takeApart(bytes);
  const next = random(seed);
  const through = new Map();
  samples.forEach((sample, s) => {
    sample.stack.forEach((location, i) => {
      const places = through.get(location) ?? [];
      if (places.length < 400) places.push([s, i]);
      through.set(location, places);
    });
  });
  const out = new Writer(1 << 24);
  const sample = new Writer();
  const list = new Writer();
  for (let i = 0; i < count; i++) {
    const first = samples[Math.floor(next() * samples.length)];
    let { stack } = first;
    for (let turn = Math.floor(next() * 3); turn > 0 && stack.length > 2; turn--) {
      const at = 1 + Math.floor(next() * (stack.length - 1));
      const places = through.get(stack[at]) ?? [];
      if (places.length === 0) continue;
      const [s, j] = places[Math.floor(next() * places.length)];
      stack = [...samples[s].stack.slice(0, j), ...stack.slice(at)].slice(0, 96);
    }
    if (next() < 0.15 && stack.length > 8) {
      stack = stack.slice(0, 4 + Math.floor(next() * (stack.length - 4)));
    }
    sample.length = 0;
    list.length = 0;
    for (const location of stack) list.varint(location);
    sample.message(1, list);
    list.length = 0;
    const factor = 0.02 + next() * 0.4;
    const objects = Math.max(1, Math.round(first.values[0] * factor));
    const size = Math.max(16, Math.round(first.values[1] / Math.max(1, first.values[0])));
    const live = next() < 0.6 ? Math.round(objects * next()) : 0;
    for (const value of [objects, objects * size, live, live * size]) list.varint(value);
    sample.message(2, list);
    for (const label of first.labels) sample.raw(label);
    out.message(2, sample);
  }
  for (const field of rest) out.raw(field);
  return gzipSync(out.bytes.subarray(0, out.length), { level: 1 });
}
