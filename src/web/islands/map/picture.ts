/** Adds the map as a picture to the page's exports: the drawing with its legend and source, from the same file as the SVG, painted on a canvas. */
export function addPicture(name: string): void {
  const svg = document.querySelector<HTMLAnchorElement>('#map-as-svg')
  if (!svg) return
  const link = document.createElement('a')
  link.id = 'map-as-png'
  link.textContent = name
  link.href = svg.href
  link.setAttribute('aria-describedby', 'map-export-label')
  link.addEventListener('click', (event) => {
    event.preventDefault()
    savePicture(svg.href).catch(() => globalThis.location.assign(svg.href))
  })
  svg.after(link)
}

/** Twice the file's size: sharp on paper. */
const sharpness = 2

async function savePicture(address: string): Promise<void> {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * sharpness
  canvas.height = image.naturalHeight * sharpness
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('the picture could not be made')
  const made = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = made
  link.download = `${document.querySelector('h1')?.textContent ?? 'map'}.png`
  link.click()
  setTimeout(() => URL.revokeObjectURL(made), 10_000)
}
