export default {
  rootDir: '.',
  testEnvironment: 'node',
  testTimeout: 20_000,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  reporters: ['default', '<rootDir>/scripts/count-reporter.mjs'],
  testRegex: '\\.spec\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['reflect-metadata'],
  setupFilesAfterEnv: ['<rootDir>/test/support/check-facts.ts'],
  moduleNameMapper: {
    '^#(libs|apps|test)/(.*\\.json)$': '<rootDir>/$1/$2',
    '^#(libs|apps|test)/(.*)$': '<rootDir>/$1/$2.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2023',
          keepClassNames: true,
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
