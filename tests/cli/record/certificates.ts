import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isIPv4 } from "node:net";

/** A certificate with its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

interface Issuer extends Certificate {
  readonly name: string;
  readonly privateKey: KeyObject;
}

/** An authority of its own; its certificates are good for a day. */
export function authority(name: string): Issuer {
  return make({ name, isAuthority: true, names: [] });
}

/** A certificate for servers (names and addresses) or for a user (its name). */
export function certificate(issuer: Issuer, name: string, names: readonly string[]): Certificate {
  return make({ name, isAuthority: false, names, issuer });
}

interface Wish {
  readonly name: string;
  readonly isAuthority: boolean;
  readonly names: readonly string[];
  readonly issuer?: Issuer;
}

function make({ name, isAuthority, names, issuer }: Wish): Issuer {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(oid("2a8648ce3d040302"));
  const day = 86_400_000;
  const extensions = [
    extension("551d13", isAuthority ? sequence(tlv(0x01, Buffer.from([0xff]))) : sequence()),
    ...(names.length > 0 ? [extension("551d11", sequence(...names.map(generalName)))] : []),
  ];
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    distinguished(issuer?.name ?? name),
    sequence(utcTime(Date.now() - day), utcTime(Date.now() + day)),
    distinguished(name),
    publicKey.export({ type: "spki", format: "der" }),
    tlv(0xa3, sequence(...extensions)),
  );
  const signature = sign("sha256", body, issuer?.privateKey ?? privateKey);
  const der = sequence(body, algorithm, tlv(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    name,
    privateKey,
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function tlv(tag: number, content: Uint8Array): Buffer {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Uint8Array[]) => tlv(0x30, Buffer.concat(parts));
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, "hex"));
const extension = (id: string, value: Buffer) => sequence(oid(id), tlv(0x04, value));
const distinguished = (name: string) =>
  sequence(tlv(0x31, sequence(oid("550403"), tlv(0x0c, Buffer.from(name)))));

function utcTime(time: number): Buffer {
  const text = new Date(time).toISOString().replace(/[-:T]/g, "").slice(2, 14);
  return tlv(0x17, Buffer.from(`${text}Z`));
}

function generalName(name: string): Buffer {
  return isIPv4(name)
    ? tlv(0x87, Buffer.from(name.split(".").map(Number)))
    : tlv(0x82, Buffer.from(name));
}
