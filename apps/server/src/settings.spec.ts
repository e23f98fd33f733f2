import { BadSettings, readSettings } from '#apps/server/src/settings';

describe('settings', () => {
  it('start on loopback, with everything in one process', () => {
    expect(readSettings({})).toEqual({ port: 3000, host: '127.0.0.1', dataDir: './data', role: 'all', logFormat: 'text', tokensFile: undefined, drawKeyFile: undefined });
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
  ])('that are wrong are marked: %j', (environment, name) => {
    const refuse = () => readSettings(environment);
    expect(refuse).toThrow(BadSettings);
    expect(refuse).toThrow(new RegExp(`✗ ${name}`));
  });

  it('name the file of the draw key', () => {
    expect(readSettings({ DRAW_KEY_FILE: '/run/secrets/draw.key' }).drawKeyFile).toBe('/run/secrets/draw.key');
  });

  it('may leave loopback only with tokens of its own', () => {
    expect(readSettings({ HOST: '0.0.0.0', TOKENS_FILE: 'tokens.json' })).toMatchObject({ host: '0.0.0.0', tokensFile: 'tokens.json' });
    expect(readSettings({ HOST: '::1' }).host).toBe('::1');
  });
});
