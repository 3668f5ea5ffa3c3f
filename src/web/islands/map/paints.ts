/** How the server painted a zone, and what it says of it. */
export interface PaintedZone {
  readonly code: string
  readonly paint: string
  readonly said: string
}

/** The zones of a drawing as they stand in it: the script shows the same, whatever it is. */
export function paintedZones(figure: Element): readonly PaintedZone[] {
  return [...figure.querySelectorAll<SVGPathElement>('.map-drawing path[data-zone]')].map((path) => ({
    code: path.dataset['zone'] ?? '',
    paint: path.dataset['paint'] ?? path.classList[1] ?? 'no-figure',
    said: path.querySelector('title')?.textContent ?? '',
  }))
}

/** The colour that the style sheet gives a name in the theme in force. */
export function colourOf(figure: Element, name: string, property: 'fill' | 'stroke' | 'color' = 'fill'): string {
  const drawing = figure.querySelector('.map-drawing')
  const probe = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  probe.setAttribute('class', name)
  drawing?.append(probe)
  const colour = getComputedStyle(probe)[property]
  probe.remove()
  return colour
}

/** The value of a custom property of the theme in force. */
export function themed(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

const side = 16

/** Stripes as the server's patterns draw them, for a fill of the map. */
export function stripes(ground: string, stripe: string): ImageData | null {
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.fillStyle = ground
  pen.fillRect(0, 0, side, side)
  pen.strokeStyle = stripe
  pen.lineWidth = 5
  for (const shift of [-side, 0, side]) {
    pen.beginPath()
    pen.moveTo(shift - 4, side + 4)
    pen.lineTo(shift + side + 4, -4)
    pen.stroke()
  }
  return pen.getImageData(0, 0, side, side)
}
