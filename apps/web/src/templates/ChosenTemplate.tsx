import type { Template } from '@kintsugi/model/templates'
import { Button } from '@kintsugi/ui'
import { ChevronLeft, Copy, Download, Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import type { TemplatesDialogProps } from './TemplatesDialog.tsx'
import { TemplateFacts, TemplateView } from './TemplateView.tsx'
import { templatesApi } from './templatesApi.ts'
import type { TemplatesDesk } from './useTemplates.ts'

export interface ChosenTemplateProps {
  template: Template
  desk: TemplatesDesk
  use: TemplatesDialogProps['use']
  /** What it would do to the board; false: nothing. */
  effect: ReactNode | false
  onBack: () => void
  onEdit: () => void
  onCopy: () => void
}
/** One template as it reads, and what can be done with it. */
export function ChosenTemplate(props: ChosenTemplateProps) {
  const { template, desk, use, effect, onBack, onEdit, onCopy } = props
  const { t, language } = useWords()
  return (
    <article className="k-template">
      <Button look="quiet" className="k-template-back" onClick={onBack}>
        <ChevronLeft size={15} aria-hidden="true" />
        {t('templates.back')}
      </Button>
      <header>
        <h3 data-testid="template-title">{template.name}</h3>
        <TemplateFacts template={template} />
        {template.about && <p>{template.about}</p>}
      </header>
      {effect != null && (
        <div className="k-template-effect">{effect === false ? t('templates.adds.nothing') : effect}</div>
      )}
      <div className="k-template-acts">
        {use && (
          <Button
            look="ink"
            disabled={desk.busy || effect === false}
            data-testid="template-use"
            onClick={() => void use.act(template)}
          >
            {t(`templates.${use.how}`)}
          </Button>
        )}
        {template.builtIn ? (
          <Button data-testid="template-copy" onClick={onCopy}>
            <Copy size={14} aria-hidden="true" />
            {t('templates.copyAndEdit')}
          </Button>
        ) : (
          <>
            <Button data-testid="template-edit" onClick={onEdit}>
              <Pencil size={14} aria-hidden="true" />
              {t('templates.edit')}
            </Button>
            <Button look="quiet" data-testid="template-copy" onClick={onCopy}>
              <Copy size={14} aria-hidden="true" />
              {t('templates.duplicate')}
            </Button>
          </>
        )}
        <a
          className="k-button"
          data-look="quiet"
          href={templatesApi.fileOf(language, template.id)}
          download
          data-testid="template-export"
        >
          <Download size={14} aria-hidden="true" />
          {t('templates.export')}
        </a>
        {!template.builtIn && (
          <Button
            look="quiet"
            disabled={desk.busy}
            data-testid="template-delete"
            onClick={() => void desk.remove(template)}
          >
            {t('templates.remove')}
          </Button>
        )}
      </div>
      <TemplateView template={template} />
    </article>
  )
}
