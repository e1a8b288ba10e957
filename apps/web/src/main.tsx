// First of all: it settles the order of the cascade's layers.
import './styles.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyTheme } from './app/theme.ts'
import { loadWords } from './app/words.ts'
import { App } from './screens/App.tsx'

applyTheme()
const root = document.getElementById('root')
await loadWords()
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
