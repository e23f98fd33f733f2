import { BadSettings, readSettings } from '#apps/server/src/settings';
import { clockFrom } from '#apps/server/src/system-clock';

describe('settings', () => {
  it('start on loopback, with everything in one process', () => {
    expect(readSettings({})).toEqual({ port: 3000, host: '127.0.0.1', dataDir: './data', role: 'all', logFormat: 'text', otlpEndpoint: undefined, tokensFile: undefined, drawKeyFile: undefined, clockFrom: undefined });
  });

  it.each([
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '3000x' }, 'PORT'],
    [{ HOST: 'example.org' }, 'HOST'],
    [{ HOST: '0.0.0.0' }, 'HOST'],
    [{ HOST: '::' }, 'HOST'],
    [{ HOST: '127.0.0.1.evil' }, 'HOST'],
    [{ DATA_DIR: '' }, 'DATA_DIR'],
    [{ ROLE: 'both' }, 'ROLE'],
    [{ LOG_FORMAT: 'xml' }, 'LOG_FORMAT'],
    [{ CLOCK_FROM: 'tomorrow' }, 'CLOCK_FROM'],
    [{ CLOCK_FROM: '2026-13-01T00:00:00.000Z' }, 'CLOCK_FROM'],
    [{ CLOCK_FROM: '2026-12-31T16:00:00.000Z', HOST: '0.0.0.0', TOKENS_FILE: 'tokens.json' }, 'CLOCK_FROM'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
  ])('that are wrong are marked: %j', (environment, name) => {
    const refuse = () => readSettings(environment);
    expect(refuse).toThrow(BadSettings);
    expect(refuse).toThrow(new RegExp(`✗ ${name}`));
  });

  it('name the file of the draw key', () => {
    expect(readSettings({ DRAW_KEY_FILE: '/run/secrets/draw.key' }).drawKeyFile).toBe('/run/secrets/draw.key');
  });

  it('may let a demonstration on loopback go on from another instant', () => {
    const start = '2026-12-31T16:00:00.000Z';
    expect(readSettings({ CLOCK_FROM: start }).clockFrom).toBe(start);
    let elapsed = 5_000;
    const clock = clockFrom(start, () => elapsed);
    expect(clock.now()).toBe(start);
    elapsed += 1_500;
    expect(clock.now()).toBe('2026-12-31T16:00:01.500Z');
  });

  it('may leave loopback only with tokens of its own', () => {
    expect(readSettings({ HOST: '0.0.0.0', TOKENS_FILE: 'tokens.json' })).toMatchObject({ host: '0.0.0.0', tokensFile: 'tokens.json' });
    expect(readSettings({ HOST: '::1' }).host).toBe('::1');
  });
});
