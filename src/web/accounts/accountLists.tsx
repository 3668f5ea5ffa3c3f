import type { FC } from 'hono/jsx'
import type { OwnAccount } from '#app/accounts/ownAccount.ts'
import { accountActions } from '../addresses/accounts.ts'
import type { Visit } from '../page.ts'
import { filled, paths } from '../paths.ts'

/** One's passkeys; the button to add one shows where the browser can. */
export const Keys: FC<{ visit: Visit; passkeys: OwnAccount['passkeys'] }> = ({ visit, passkeys }) => {
  const { words, language, format } = visit
  const { account } = words.accounts
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{account.passkeys}</h2>
      <p>{account.passkeysNote}</p>
      {passkeys.length > 0 && (
        <ul class="key-list">
          {passkeys.map(({ id, addedAt }) => {
            const name = account.passkeyName(addedAt ? format.instant(addedAt.toISOString()) : words.shell.unknown)
            return (
              <li>
                <p>{name}</p>
                <form method="post" action={filled(accountActions.removePasskey[language], { id })}>
                  <button type="submit" class="quiet" aria-label={`${account.removePasskey}, ${name}`}>
                    {account.removePasskey}
                  </button>
                </form>
              </li>
            )
          })}
        </ul>
      )}
      <p
        id="passkey-add"
        class="actions"
        hidden
        data-failed={account.addFailed}
        data-next={`${paths.account[language]}?saved=passkeyAdded`}
      >
        <button type="button" class="quiet">
          {account.addPasskey}
        </button>{' '}
        <span role="status"></span>
      </p>
      <noscript>
        <p class="muted">{account.passkeysNeedScript}</p>
      </noscript>
    </section>
  )
}

/** What a browser says of itself, shortened to its name and system. */
function browserOf(text: string): string {
  const name = /(Firefox|Edg|OPR|Chrome|Safari)\/[\d.]+/.exec(text)?.[1]
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux|CrOS)/.exec(text)?.[1]
  const known: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera' }
  return name ? [known[name] ?? name, system].filter(Boolean).join(', ') : text.slice(0, 60)
}

/** One's open sessions, each to be ended. */
export const Sessions: FC<{ visit: Visit; sessions: OwnAccount['sessions'] }> = ({ visit, sessions }) => {
  const { words, language, format } = visit
  const { account } = words.accounts
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{account.sessions}</h2>
      <ul class="key-list">
        {sessions.map(({ id, startedAt, usedAt, address, browser, here }) => (
          <li>
            <div>
              <p>
                {browser ? browserOf(browser) : account.unknownBrowser}
                {address && address !== 'unknown' && ` ${account.from(address)}`}{' '}
                {here && <span class="tag">{account.here}</span>}
              </p>
              <p class="muted">
                {account.sessionLine(format.instant(startedAt.toISOString()), format.instant(usedAt.toISOString()))}
              </p>
            </div>
            {!here && (
              <form method="post" action={filled(accountActions.endSession[language], { id })}>
                <button
                  type="submit"
                  class="quiet"
                  aria-label={`${account.endSession}, ${format.instant(startedAt.toISOString())}`}
                >
                  {account.endSession}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action={accountActions.endOthers[language]} class="actions">
          <button type="submit" class="quiet">
            {account.endOthers}
          </button>
        </form>
      )}
    </section>
  )
}
