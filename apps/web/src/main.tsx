import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyTheme } from './app/theme.ts'
import { loadWords } from './app/wordsContext.tsx'
import { App } from './screens/App.tsx'
import './styles.css'

applyTheme()
const root = document.getElementById('root')
await loadWords()
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
