import { ExportDialog } from './ExportDialog.tsx'
import { ReportDialog } from './ReportDialog.tsx'

/** Both dialogs that make documents, in one piece: they share what writes them. */
export function Documents({ kind, onClose }: { kind: 'export' | 'report'; onClose: () => void }) {
  return kind === 'export' ? <ExportDialog onClose={onClose} /> : <ReportDialog onClose={onClose} />
}
