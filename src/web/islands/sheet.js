// Opens a cell's evidence beside the matrix. Without this file, or on a narrow screen, the links lead to the same evidence as a page.
const sheet = document.getElementById('sheet')
const content = document.getElementById('sheet-content')
const page = document.getElementById('sheet-page')
const matrix = document.getElementById('matrix')
const wide = globalThis.matchMedia('(min-width: 1100px)')
let opener = null

function close() {
  sheet.hidden = true
  content.replaceChildren()
  opener?.removeAttribute('aria-expanded')
  opener?.focus()
  opener = null
}

async function open(link) {
  opener?.removeAttribute('aria-expanded')
  opener = link
  page.href = link.href
  await globalThis.htmx.ajax('GET', link.href, {
    target: '#sheet-content',
    select: '#evidence',
    swap: 'innerHTML ignoreTitle:true',
  })
  if (opener !== link) return
  sheet.hidden = false
  sheet.scrollTop = 0
  sheet.focus({ preventScroll: true })
}

matrix?.addEventListener('click', (event) => {
  const link = event.target.closest('td a')
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
  if (!link || !plain || !wide.matches || !globalThis.htmx) return
  event.preventDefault()
  open(link).catch(() => globalThis.location.assign(link.href))
})

document.getElementById('sheet-close')?.addEventListener('click', close)
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && sheet && !sheet.hidden) close()
})
