// Opens a cell's evidence beside the matrix. Without this file, or on a narrow screen, the links lead to the same evidence as a page.
const sheet = document.getElementById('sheet')
const content = document.getElementById('sheet-content')
const ownPage = document.getElementById('sheet-page')
const matrix = document.getElementById('matrix')
const wide = globalThis.matchMedia('(min-width: 1100px)')
let cell = null

function closeSheet() {
  sheet.hidden = true
  content.replaceChildren()
  cell?.removeAttribute('data-open')
  cell?.focus()
  cell = null
}

async function openSheet(link) {
  cell?.removeAttribute('data-open')
  cell = link
  cell.setAttribute('data-open', '')
  ownPage.href = link.href
  content.replaceChildren()
  sheet.setAttribute('aria-busy', 'true')
  sheet.hidden = false
  sheet.focus({ preventScroll: true })
  await globalThis.htmx.ajax('GET', link.href, {
    target: '#sheet-content',
    select: '#evidence',
    swap: 'innerHTML ignoreTitle:true',
  })
  sheet.removeAttribute('aria-busy')
  sheet.scrollTop = 0
}

matrix?.addEventListener('click', (event) => {
  const link = event.target.closest('td a')
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
  if (!link || !plain || !wide.matches || !globalThis.htmx) return
  event.preventDefault()
  openSheet(link).catch(() => globalThis.location.assign(link.href))
})

document.getElementById('sheet-close')?.addEventListener('click', closeSheet)
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && sheet && !sheet.hidden) closeSheet()
})
