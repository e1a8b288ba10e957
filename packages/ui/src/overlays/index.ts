export { Dialog } from './Dialog.tsx'
export { Menu, type MenuEntry, type MenuGroup } from './Menu.tsx'
export { Select } from './Select.tsx'
