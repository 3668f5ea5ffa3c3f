import type { Viewer } from '#domain/accounts'
import type { DeskTools } from '../deskTools.ts'
import type { ClassificationAsked, Issues } from '../regrouping/regroupingViews.ts'
import { authorise } from '../rights.ts'
import { askBuild, beginBuild, buildView, cancelBuild, measureBuild, removeBuild } from './buildDesk.ts'
import { classificationList } from './classificationLines.ts'
import { namesView, publish, saveNames } from './editClassification.ts'
import { groupsView } from './groupsView.ts'
import { recordView } from './rerunRecord.ts'
import type {
  Begun,
  BuildView,
  ClassificationList,
  GroupsView,
  NamesView,
  RecordView,
  TypedChoice,
  TypedName,
  TypedWish,
  VariablesView,
} from './segmentViews.ts'
import { variablesView } from './variableChoice.ts'

interface VariablesAsked {
  readonly build: string | null
  readonly dataset: string | null
  readonly root: string | null
}

/** Customer groups: classifications built, named and put in force. */
export interface SegmentDesk {
  list(viewer: Viewer): Promise<ClassificationList>
  /** The first step of a build: the report of variables. */
  variables(viewer: Viewer, asked: VariablesAsked, typed?: TypedChoice | null, issues?: Issues): Promise<VariablesView>
  begin(viewer: Viewer, typed: TypedChoice): Promise<Begun>
  /** The second step: numbers of groups tried, and the groups asked for. */
  build(viewer: Viewer, id: string, typed?: TypedWish | null, issues?: Issues): Promise<BuildView>
  ask(viewer: Viewer, id: string, typed: TypedWish): Promise<Issues>
  measure(viewer: Viewer, id: string): Promise<void>
  cancel(viewer: Viewer, id: string): Promise<void>
  remove(viewer: Viewer, id: string): Promise<void>
  groups(viewer: Viewer, asked: ClassificationAsked, level: number | null): Promise<GroupsView>
  names(viewer: Viewer, asked: ClassificationAsked, typed?: readonly TypedName[] | null, issues?: Issues): Promise<NamesView>
  saveNames(
    viewer: Viewer,
    asked: ClassificationAsked,
    typed: { readonly names: readonly TypedName[]; readonly version: number },
  ): Promise<Issues>
  publish(viewer: Viewer, asked: ClassificationAsked): Promise<void>
  record(viewer: Viewer, asked: ClassificationAsked): Promise<RecordView>
  /** Runs the record again and says whether the bytes are equal; keeps nothing. */
  rerun(viewer: Viewer, asked: ClassificationAsked): Promise<RecordView>
}

export function createSegmentDesk({ observatory: obs, queue }: DeskTools): SegmentDesk {
  const tools = { obs, queue }
  /** A use case for those who may manage groups. */
  const managed =
    <Asked extends readonly unknown[], Answer>(work: (viewer: Viewer, ...asked: Asked) => Promise<Answer>) =>
    async (viewer: Viewer, ...asked: Asked): Promise<Answer> => {
      authorise(viewer, 'segments.manage')
      return work(viewer, ...asked)
    }
  return {
    async list(viewer) {
      authorise(viewer, 'segments.read')
      return classificationList(obs)
    },
    variables: managed((_, asked: VariablesAsked, typed: TypedChoice | null = null, issues: Issues = {}) =>
      variablesView(obs, asked, typed, issues),
    ),
    begin: managed((viewer, typed: TypedChoice) => beginBuild(tools, viewer, typed)),
    build: managed((_, id: string, typed: TypedWish | null = null, issues: Issues = {}) => buildView(obs, id, typed, issues)),
    ask: managed((_, id: string, typed: TypedWish) => askBuild(tools, id, typed)),
    measure: managed((_, id: string) => measureBuild(tools, id)),
    cancel: managed((_, id: string) => cancelBuild(tools, id)),
    remove: managed((_, id: string) => removeBuild(tools, id)),
    async groups(viewer, asked, level) {
      authorise(viewer, 'segments.read')
      return groupsView(obs, asked, level)
    },
    names: managed((_, asked: ClassificationAsked, typed: readonly TypedName[] | null = null, issues: Issues = {}) =>
      namesView(obs, asked, typed, issues),
    ),
    saveNames: managed((viewer, asked: ClassificationAsked, typed: Parameters<SegmentDesk['saveNames']>[2]) =>
      saveNames(obs, viewer, asked, typed),
    ),
    publish: managed((viewer, asked: ClassificationAsked) => publish(obs, viewer, asked)),
    async record(viewer, asked) {
      authorise(viewer, 'segments.read')
      return recordView(obs, asked, false)
    },
    rerun: managed((_, asked: ClassificationAsked) => recordView(obs, asked, true)),
  }
}
