/**
 * The one script of a live page: hears that the board moved, fetches the page again and changes what differs, so that
 * the place one reads at, the focus, a selection and opened details stay. Plain JavaScript: it is sent as it stands.
 */
;(() => {
  const bar = document.getElementById('live')
  if (!bar) return
  const here = location.pathname
  const language = document.documentElement.lang
  const text = document.getElementById('live-text')
  const editing = document.getElementById('live-editing')
  const said = document.getElementById('live-said')
  const pollMs = 20_000
  const sayEvery = 15_000

  let changedAt = bar.dataset.changedAt
  let state = bar.dataset.state
  let version = bar.dataset.version
  let wanted = version
  let link = 'open'
  /** The page on its way, if it is. */
  let fetching = null
  let saidAt = 0
  let source = null

  const time = () =>
    new Date(changedAt).toLocaleTimeString(language, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
  const show = () => {
    const which = link === 'open' ? (state === 'live' ? 'now' : state) : link
    const words = bar.dataset[which].replace('{time}', time())
    if (text.textContent !== words) text.textContent = words
    bar.dataset.state = link === 'lost' ? 'lost' : state
    if (link === 'lost') editing.textContent = ''
  }
  const announce = (words) => {
    said.textContent = ''
    // Emptied first: the same words again would not be heard.
    setTimeout(() => {
      said.textContent = words
    }, 50)
  }
  const setLink = (next) => {
    if (link === next) return
    link = next
    show()
    if (next === 'lost') announce(text.textContent)
  }

  /** Children that are the same at both ends stay untouched; between them, pairs of a kind are changed in place. */
  const morph = (from, to) => {
    const [old, fresh] = [[...from.childNodes], [...to.childNodes]]
    while (old.length > 0 && fresh.length > 0 && old[0].isEqualNode(fresh[0])) {
      old.shift()
      fresh.shift()
    }
    let end = null
    while (old.length > 0 && fresh.length > 0 && old[old.length - 1].isEqualNode(fresh[fresh.length - 1])) {
      end = old.pop()
      fresh.pop()
    }
    for (let i = 0; i < Math.max(old.length, fresh.length); i++) {
      const [was, is] = [old[i], fresh[i]]
      if (!is) was.remove()
      else if (!was) from.insertBefore(document.importNode(is, true), end)
      else if (was.nodeName !== is.nodeName || was.nodeType !== is.nodeType)
        was.replaceWith(document.importNode(is, true))
      else if (was.nodeType !== Node.ELEMENT_NODE) was.nodeValue = is.nodeValue
      else {
        adopt(was, is)
        morph(was, is)
      }
    }
  }
  const adopt = (was, is) => {
    // What the reader opened stays open.
    for (const { name } of [...was.attributes])
      if (!is.hasAttribute(name) && !(name === 'open' && was.nodeName === 'DETAILS'))
        was.removeAttribute(name)
    for (const { name, value } of [...is.attributes])
      if (was.getAttribute(name) !== value) was.setAttribute(name, value)
  }

  /** Keeps what stands at the top of the window where it is, whatever comes or goes above it. */
  const inPlace = (work) => {
    const top = bar.getBoundingClientRect().bottom
    const marks = []
    for (const mark of document.querySelectorAll('main :is(h1, h2, h3, p, li, tr, svg)')) {
      const at = mark.getBoundingClientRect().top
      if (at >= top) marks.push([mark, at])
      // Some of them may be what goes.
      if (marks.length === 20) break
    }
    work()
    const kept = scrollY > 0 && marks.find(([mark]) => mark.isConnected)
    if (kept) scrollBy({ top: kept[0].getBoundingClientRect().top - kept[1], behavior: 'instant' })
  }

  /** Whether the page could be had. */
  const refresh = async () => {
    if (fetching) return false
    const asking = ask()
    fetching = asking
    return asking
  }
  const ask = async () => {
    const asked = wanted
    try {
      const answer = await fetch(`${here}?again=1&lang=${language}`, { cache: 'no-store', redirect: 'error' })
      const next = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
      const stands = next?.getElementById('live')
      if (answer.status >= 500) throw new Error(String(answer.status))
      // What the server has to say instead of the page is a page of its own.
      if (!stands) {
        location.reload()
        return false
      }
      take(next, stands)
      if (wanted === asked) wanted = version
      return true
    } catch {
      setLink('lost')
      return false
    } finally {
      fetching = null
      // It moved on while the page was fetched, or the network failed in between.
      if (wanted !== version) setTimeout(() => wanted !== version && refresh(), link === 'open' ? 100 : 3000)
    }
  }
  const take = (next, stands) => {
    const changed = stands.dataset.version !== version
    version = stands.dataset.version
    changedAt = stands.dataset.changedAt
    state = stands.dataset.state
    document.title = next.title
    inPlace(() => morph(document.querySelector('.page'), next.querySelector('.page')))
    show()
    if (!changed || Date.now() - saidAt < sayEvery) return
    saidAt = Date.now()
    announce(bar.dataset.said)
  }

  const listen = () => {
    source = new EventSource(`${here}/events`)
    source.addEventListener('standing', ({ data }) => {
      const standing = JSON.parse(data)
      wanted = standing.version
      const words = bar.dataset[standing.editing === 1 ? 'editingOne' : 'editingOther']
      editing.textContent = standing.editing > 0 ? words.replace('{count}', standing.editing) : ''
      setLink('open')
      if (wanted !== version || standing.state !== state) refresh()
    })
    source.addEventListener('end', async () => {
      source.close()
      // A page on its way may have been written before the end.
      await fetching
      // Perhaps the link only ends later now: then the page is there as before, and is followed again.
      if (await refresh()) listen()
      else setTimeout(listen, 3000)
    })
    source.onerror = async () => {
      if (source.readyState !== EventSource.CLOSED) return setLink('lost')
      // Turned away: no room for another listener, or no longer welcome. Asking for the page tells which.
      if (await refresh()) setLink('slow')
      setTimeout(listen, pollMs)
    }
  }
  addEventListener('pagehide', () => source?.close())
  addEventListener('pageshow', ({ persisted }) => persisted && listen())
  show()
  listen()
})()
