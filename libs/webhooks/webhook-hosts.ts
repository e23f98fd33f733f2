import { BlockList, isIP, isIPv4 } from 'node:net';

/** Hosts that may be delivered to, as an administrator names them: `host` or `host:port`. */
export interface NamedHosts {
  /** Their addresses must be public. */
  readonly hosts: readonly string[];
  /** Their addresses may be of the intranet; one that is a loopback host itself may be reached there, also over http. */
  readonly privateHosts: readonly string[];
}

type Family = 'ipv4' | 'ipv6';
type Subnet = readonly [net: string, prefix: number];

const familyOf = (address: string): Family => (isIPv4(address) ? 'ipv4' : 'ipv6');

function listOf(...subnets: readonly Subnet[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, familyOf(net));
  return list;
}

const LOOPBACK = listOf(['127.0.0.0', 8], ['::1', 128]);
const INTRANET = listOf(['10.0.0.0', 8], ['100.64.0.0', 10], ['172.16.0.0', 12], ['192.168.0.0', 16], ['fc00::', 7]);
/** Of the special-purpose registries of IANA, what is neither of the above nor outside 2000::/3. */
const SPECIAL = listOf(
  ['0.0.0.0', 8], ['169.254.0.0', 16], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24],
  ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20],
);
const IPV4_IN_IPV6 = listOf(['::ffff:0:0', 96]);
const GLOBAL_IPV6 = listOf(['2000::', 3]);

export type AddressKind = 'public' | 'intranet' | 'loopback' | 'special';

/** What kind of address it is. An IPv4 address dressed up as IPv6 is special, whatever is in it. */
export function kindOf(address: string): AddressKind {
  const family = familyOf(address);
  if (family === 'ipv6' && IPV4_IN_IPV6.check(address, family)) return 'special';
  if (LOOPBACK.check(address, family)) return 'loopback';
  if (INTRANET.check(address, family)) return 'intranet';
  return SPECIAL.check(address, family) || (family === 'ipv6' && !GLOBAL_IPV6.check(address, family)) ? 'special' : 'public';
}

/** The address in a host of a URL, without the brackets of IPv6; undefined for a name. */
export function literalIn(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? undefined : bare;
}

/** Whether the host of a URL is this machine by its own words, not by what a name server says. */
export function isLoopbackHost(hostname: string): boolean {
  const literal = literalIn(hostname);
  return hostname === 'localhost' || (literal !== undefined && kindOf(literal) === 'loopback');
}

/** Whether an address may stand in the record and be posted to: in the one way of writing it, with nothing in it that is secret. */
export function isSafeAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.href !== text || url.username + url.password !== '' || /[?#]/.test(text)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}

/** A host as URLs write it: lower case, punycode, without the port of https. */
const hostOf = (named: string): string => URL.parse(`https://${named}`)?.host ?? named;

/** Whether a text names a host and nothing else. */
export function isHost(named: string): boolean {
  const url = URL.parse(`https://${named}`);
  return url !== null && url.href === `https://${url.host}/` && !/[/?#@]/.test(named);
}

/** Where deliveries may go. */
export class WebhookHosts {
  private readonly hosts: ReadonlySet<string>;
  private readonly privateHosts: ReadonlySet<string>;

  constructor({ hosts, privateHosts }: NamedHosts) {
    this.hosts = new Set(hosts.map(hostOf));
    this.privateHosts = new Set(privateHosts.map(hostOf));
  }

  /** Without any host there are no webhooks. */
  get isEmpty(): boolean {
    return this.hosts.size + this.privateHosts.size === 0;
  }

  /** Whether the host of the address is one of those named. */
  allows({ host, hostname, protocol }: URL): boolean {
    if (protocol === 'http:') return this.privateHosts.has(host) && isLoopbackHost(hostname);
    return protocol === 'https:' && (this.hosts.has(host) || this.privateHosts.has(host));
  }

  /** Whether a connection for this URL may go to the address that its host turned out to have. */
  mayReach({ host, hostname }: URL, address: string): boolean {
    const kind = kindOf(address);
    if (kind === 'public') return true;
    if (!this.privateHosts.has(host)) return false;
    return kind === 'intranet' || (kind === 'loopback' && isLoopbackHost(hostname));
  }
}
