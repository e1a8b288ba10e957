import {
  Check,
  FileInput,
  FileOutput,
  FileText,
  HandHeart,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  Share2,
  Stamp,
} from 'lucide-react'
import { barOpen, foldBar, rulesOpen } from '../../../practice/frame.ts'
import type { OpenDialog } from '../BoardView.tsx'
import type { Command } from './command.ts'

/** An act that a dialog leads through. */
const dialog = (name: OpenDialog, icon: LucideIcon, more: Partial<Command> = {}): Command => ({
  group: 'document',
  icon,
  run({ open }) {
    open(name)
    return true
  },
  ...more,
})

export const importDocument = dialog('import', FileInput, { writes: true })
export const share = dialog('share', Share2)
export const exportDocument = dialog('export', FileOutput)
export const incidentReport = dialog('report', FileText)
export const finalize = dialog('finalize', Stamp, { writes: true })

export const readyCheck = dialog('ready', Check)
export const templates = dialog('templates', LayoutDashboard)

export const groundRules: Command = {
  group: 'document',
  icon: HandHeart,
  run() {
    rulesOpen.set(!rulesOpen.get())
    return true
  },
}
export const steps: Command = {
  group: 'document',
  icon: ListChecks,
  run() {
    foldBar(!barOpen.get())
    return true
  },
}
