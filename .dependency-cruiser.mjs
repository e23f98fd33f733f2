// Who may import whom. Rules are patterns, so a new folder is guarded from its first file; test/architecture plants one
// violation of each and sees it caught.
const CAPABILITY = '(supervisors|agencies|sessions|draws|cases|complaints|calendar|webhooks|publication|policy|archives)';
const DRIVER = '(sqlite|eventstoredb|mongodb)';

const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

export default {
  forbidden: [
    forbid('no-cycles', 'Nothing may depend on itself through others.', {}, { circular: true }),
    forbid('resolves', 'Every import names a file that is there.', {}, { couldNotResolve: true }),
    forbid('kernel-imports-nothing', 'The kernel knows no room of the house.', { path: '^libs/event-sourcing/' }, { path: '^(libs|apps)/', pathNot: '^libs/event-sourcing/' }),
    forbid('drivers-know-only-the-kernel', 'A driver knows the ports and nothing else.', { path: `^libs/${DRIVER}/`, pathNot: '\\.spec\\.ts$' }, { path: '^(libs|apps)/', pathNot: `^libs/(event-sourcing|${DRIVER})/` }),
    forbid('stores-know-only-drivers', 'Which driver serves is a matter of configuration, not of the domain.', { path: '^libs/stores/', pathNot: '\\.spec\\.ts$' }, { path: '^(libs|apps)/', pathNot: `^libs/(event-sourcing|stores|${DRIVER})/` }),
    forbid('regulation-knows-only-the-kernel', 'The Measures are data.', { path: '^libs/regulation/' }, { path: '^(libs|apps)/', pathNot: '^libs/(event-sourcing|regulation)/' }),
    forbid('vault-knows-no-capability', 'The vault keeps personal data for whoever calls it.', { path: '^libs/vault/', pathNot: '\\.spec\\.ts$' }, { path: '^(libs|apps)/', pathNot: '^libs/(event-sourcing|proof|vault)/' }),
    forbid('decisions-know-no-vault', 'Personal data never reaches a decision, so never a fact.', { path: `^libs/(${CAPABILITY}|oversight|record|regulation|simulation)/`, pathNot: '\\.spec\\.ts$' }, { path: '^libs/vault/' }),
    forbid('libs-know-no-app', 'What is true does not know how it is reached.', { path: '^libs/' }, { path: '^apps/' }),
    forbid('apps-know-no-other-app', 'No app imports another.', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    forbid('capabilities-share-only-facts', 'Of another capability only its facts and their folds.', { path: `^libs/${CAPABILITY}/`, pathNot: '\\.spec\\.ts$' }, { path: `^libs/${CAPABILITY}/`, pathNot: '^libs/$1/|\\.(events|evolve)\\.ts$' }),
    forbid('capabilities-know-no-driver', 'Domain code runs on any store.', { path: `^libs/(${CAPABILITY}|simulation)/`, pathNot: '\\.spec\\.ts$' }, { path: `^libs/(stores|${DRIVER})/` }),
    forbid('oversight-reads-only-facts', 'Views across capabilities see facts and their folds.', { path: '^libs/oversight/', pathNot: '\\.spec\\.ts$' }, { path: `^libs/${CAPABILITY}/`, pathNot: '\\.(events|evolve|stage|deadlines)\\.ts$' }),
    forbid('simulation-is-an-actor', 'The simulation acts through the record; nothing that is true rests on it.', { path: '^libs/(?!simulation/)', pathNot: '\\.spec\\.ts$' }, { path: '^libs/simulation/' }),
    forbid('facts-do-not-know-decisions', 'Events, folds and views do not depend on commands or decisions.', { path: '\\.(events|evolve|stage|deadlines|view|timeline|feed|todos)\\.ts$' }, { path: '\\.(decide|commands|reaction)\\.ts$' }),
    forbid('nest-stays-in-apps', 'The domain is plain TypeScript.', { path: '^libs/' }, { path: 'node_modules/@nestjs/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    parser: 'swc',
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'], extensions: ['.ts', '.js', '.mjs', '.json'] },
  },
};
