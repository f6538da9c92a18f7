import './styles/styles.ts'
import { createRoot } from 'react-dom/client'
import { lendNonce } from './api/nonce.ts'
import { Root } from './app/root.tsx'

lendNonce()

const root = document.querySelector('#root')
if (!root) throw new Error('The page has no root')

createRoot(root).render(<Root />)
