// Without --experimental-vm-modules, on every Node: Jest compiles the packages, which are ES modules, to CommonJS.
module.exports = {
  transform: {
    '\\.ts$': 'ts-jest',
    'node_modules/.*\\.js$': [
      'ts-jest',
      { diagnostics: false, tsconfig: { allowJs: true, module: 'commonjs', target: 'es2023', isolatedModules: true } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(@wecom|@noble|ky|kysely)/)'],
}
