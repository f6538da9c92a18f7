/** Who may import whom. One rule per wall of the house. */
const wall = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

const PURE_PACKAGES = 'node_modules/(zod|i18next|canonicalize|minisearch)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    wall(
      'no-cycles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'Two files that need each other are one file, or hide a third.',
    ),
    wall('no-orphans', { orphan: true, pathNot: '([.]d[.]ts|[.]css|[.]json)$' }, {}, 'Nobody uses this file.'),
    wall(
      'shared-is-pure',
      { path: '^shared/' },
      { pathNot: ['^shared/', '^resources/locales/', PURE_PACKAGES] },
      'No process, no page, no file.',
    ),
    wall('kit-is-the-floor', { path: '^shared/kit/' }, { path: '^shared/(?!kit/)' }, 'kit knows no subject.'),
    wall(
      'model-and-operation-below-subjects',
      { path: '^shared/(model|operation)/' },
      { path: '^shared/(?!(kit|model|operation)/)' },
      'kit < model, operation < subjects < contract.',
    ),
    wall(
      'subjects-below-contract',
      { path: '^shared/(edit|merge|exchange|privacy|evidence|report|process|programme|search|i18n)/' },
      { path: '^shared/contract/' },
      'A subject never knows who calls it.',
    ),
    wall(
      'privacy-knows-no-output',
      { path: '^shared/privacy/' },
      { path: '^shared/(report|exchange|contract)/' },
      'The rule stands before every writer.',
    ),
    wall(
      'writers-take-projections',
      { path: '^shared/report/' },
      { path: '^shared/(operation|edit|merge|exchange)/', pathNot: '^shared/operation/operation[.]ts$' },
      'A document is made of what may be seen, never of operations.',
    ),
    wall(
      'node-side-knows-no-window',
      { path: '^electron/(node|cli|worker)/' },
      { path: ['^electron/(main|preload)/', '^renderer/', 'node_modules/electron/'] },
      'Also runs without Electron.',
    ),
    wall(
      'hosts-use-the-front-door',
      { path: '^electron/(main|cli)/' },
      { path: '^electron/node/[^/]+/' },
      'Hosts enter by the files at the front, not by a service.',
    ),
    wall(
      'preload-carries-the-contract',
      { path: '^electron/preload/' },
      { path: ['^electron/(?!preload/)', '^renderer/', '^shared/(?!contract/)'] },
      'Nothing but the contract crosses.',
    ),
    wall(
      'renderer-is-a-page',
      { path: '^renderer/' },
      { path: ['^electron/', '^resources/(processes|samples)/', 'node_modules/(electron|lowdb|docx)/'] },
      'The node side is reached by renderer/api only.',
    ),
    wall('renderer-has-no-node', { path: '^renderer/' }, { dependencyTypes: ['core'] }, 'No Node built-ins in a page.'),
    wall(
      'features-do-not-meet',
      { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/closing/' },
      {
        path: '^renderer/features/',
        pathNot: ['^renderer/features/$1/', '^renderer/features/(records|attachments|sources)/'],
      },
      'Share through state/ or ui/; records, attachments and sources are what every screen may show of a record.',
    ),
    wall(
      'closing-reads-again-and-writes-up',
      { path: '^renderer/features/closing/' },
      {
        path: '^renderer/features/',
        pathNot: ['^renderer/features/(closing|review|report|records|attachments|sources)/'],
      },
      'A session is closed with the fields of Relecture and the writing of Rapport; no other screen is met.',
    ),
    wall(
      'ui-is-a-leaf',
      { path: '^renderer/ui/' },
      { path: '^renderer/(app|api|state|features)/', pathNot: '^renderer/api/nonce[.]ts$' },
      'A button knows no subject.',
    ),
    wall(
      'lowdb-in-one-room',
      { pathNot: '^electron/node/store/' },
      { path: 'node_modules/lowdb/' },
      'Storage can be changed in one room.',
    ),
    wall(
      'docx-in-one-room',
      { pathNot: '^(electron/node/report|test)/' },
      { path: 'node_modules/docx/' },
      'The writer can be changed in one room.',
    ),
    wall(
      'zip-in-two-rooms',
      { pathNot: '^(electron/node/(exchange|import|report)|test)/' },
      { path: 'node_modules/(yazl|yauzl)/' },
      'Containers are opened under limits.',
    ),
    wall(
      'product-knows-no-test',
      { path: '^(shared|electron|renderer)/' },
      { path: '^test/' },
      'Tests look at the product, never the other way.',
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.css', '.json'],
    },
  },
}
