// The transform of jest.config.mjs, with one change to one file: the mutant among the globals of the configuration.
import { createTransformer } from '@swc/jest';
import { resolve } from 'node:path';

function changed(source, path, { config }) {
  const { file, start, end, replacement } = config.globals.mutant;
  return resolve(file) === path ? source.slice(0, start) + replacement + source.slice(end) : source;
}

export default {
  createTransformer(options) {
    const swc = createTransformer(options);
    return {
      ...swc,
      process: (source, path, about) => swc.process(changed(source, path, about), path, about),
      processAsync: (source, path, about) => swc.processAsync(changed(source, path, about), path, about),
      // The configuration differs by the mutant, which the source already has: every other file is transformed once for all.
      getCacheKey: (source, path, about) => swc.getCacheKey(changed(source, path, about), path, { ...about, configString: 'mutate' }),
    };
  },
};
