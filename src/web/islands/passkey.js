// Signing in with a passkey, and adding one. Without this file the buttons stay hidden and the password does.
const send = async (address, body) => {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return answer.json()
}

async function signIn() {
  const publicKey = globalThis.PublicKeyCredential.parseRequestOptionsFromJSON(await send('/api/auth/passkey/options', {}))
  const credential = await globalThis.navigator.credentials.get({ publicKey })
  await send('/api/auth/passkey/sign-in', credential.toJSON())
}

async function add() {
  const publicKey = globalThis.PublicKeyCredential.parseCreationOptionsFromJSON(await send('/api/auth/passkey/new', {}))
  const credential = await globalThis.navigator.credentials.create({ publicKey })
  await send('/api/auth/passkey/add', credential.toJSON())
}

/** Shows a button that does something with a passkey, leads on when it worked and says so when it did not. */
function offer(id, work) {
  const place = document.getElementById(id)
  if (!place || !globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) return
  place.hidden = false
  const button = place.querySelector('button')
  const status = place.querySelector('[role=status]')
  button.addEventListener('click', async () => {
    button.disabled = true
    status.textContent = ''
    try {
      await work()
      globalThis.location.assign(place.dataset.next)
    } catch {
      status.textContent = place.dataset.failed
      button.disabled = false
    }
  })
}

offer('passkey-sign-in', signIn)
offer('passkey-add', add)
