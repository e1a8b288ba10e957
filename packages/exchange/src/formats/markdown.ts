import type { Root } from 'mdast'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import { toMarkdown } from 'mdast-util-to-markdown'
import { documentOf } from './document/document.ts'
import type { Format } from './format.ts'

/** Everything a person typed is text in the tree, so the writer escapes what would mean something in Markdown. */
export function markdownOf(tree: Root): string {
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    fences: true,
    extensions: [
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmStrikethroughToMarkdown(),
      gfmTaskListItemToMarkdown(),
    ],
  })
}

/** GitHub-flavoured: tables, task lists, the causal graph in Mermaid. The source `markdown` reads it back. */
export const markdown = {
  name: 'markdown',
  mediaType: 'text/markdown',
  extension: 'md',
  write: (snapshot, context) => markdownOf(documentOf(snapshot, context)),
} satisfies Format
