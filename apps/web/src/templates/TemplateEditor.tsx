import { type Template, type TemplateContent, templateContentSchema } from '@kintsugi/model/templates'
import { Button } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { TemplateForm } from './TemplateForm.tsx'
import { TemplateFacts, TemplateView } from './TemplateView.tsx'

export interface TemplateEditorProps {
  /** The one that is changed; null: a new one. */
  before: Template | null
  draft: TemplateContent
  busy: boolean
  trouble: string | null
  onChange: (draft: TemplateContent) => void
  onCancel: () => void
  onSave: (content: TemplateContent) => Promise<void>
}

/** Empty lines are the person's, not the template's. */
const written = (draft: TemplateContent): TemplateContent => ({
  ...draft,
  checklist: draft.checklist.filter(({ name }) => name.trim() !== ''),
})

/** Writing a template, with the preview beside it. Only its own buttons close it: nothing typed is lost by a stray key. */
export function TemplateEditor({
  before,
  draft,
  busy,
  trouble,
  onChange,
  onCancel,
  onSave,
}: TemplateEditorProps) {
  const { t } = useWords()
  const [asked, setAsked] = useState(false)
  const content = templateContentSchema.safeParse(written(draft))
  const nameMissing = asked && draft.name.trim() === ''
  const save = (): void => {
    setAsked(true)
    if (content.success) void onSave(content.data)
    else document.querySelector<HTMLElement>('[data-testid=template-name]')?.focus()
  }
  return (
    <Dialog
      title={t(before ? 'templates.form.editTitle' : 'templates.form.newTitle')}
      closeLabel={t('templates.form.cancel')}
      width={940}
      dismissable={false}
      onClose={onCancel}
      footer={
        <>
          {trouble && (
            <p className="k-templates-trouble" role="alert" data-testid="template-trouble">
              {trouble}
            </p>
          )}
          <Button disabled={busy} data-testid="template-cancel" onClick={onCancel}>
            {t('templates.form.cancel')}
          </Button>
          <Button look="ink" disabled={busy} data-testid="template-save" onClick={save}>
            {t(busy ? 'templates.form.saving' : 'templates.form.save')}
          </Button>
        </>
      }
    >
      {/* What was typed while an answer is awaited would go with the editor. */}
      <div className="k-template-editing" inert={busy}>
        <TemplateForm value={draft} onChange={onChange} nameMissing={nameMissing} />
        <aside className="k-template-preview" aria-label={t('templates.form.preview')}>
          <p className="k-hint">{t('templates.form.preview')}</p>
          <header>
            <h3>{draft.name}</h3>
            <TemplateFacts template={draft} />
            {draft.about && <p>{draft.about}</p>}
          </header>
          <TemplateView template={written(draft)} />
        </aside>
      </div>
    </Dialog>
  )
}
