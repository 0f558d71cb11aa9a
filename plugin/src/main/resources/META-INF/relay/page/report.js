'use strict';
(() => {
  const open = (element) => {
    for (let one = element; one; one = one.parentElement) {
      if (one.localName === 'details') one.open = true;
    }
  };
  const filters = document.getElementById('filters');
  const articles = [...document.querySelectorAll('article')];
  const fields = filters ? [...filters.querySelectorAll('[name]')] : [];
  const wanted = (name) => {
    const field = fields.find((one) => one.name === name);
    return field ? field.value.trim().toLowerCase() : '';
  };
  const hostsOf = new Map(articles.map((one) => [one, [...one.querySelectorAll('.hosts li')]]));
  const texts = new Map();
  const textOf = (element) => {
    if (!texts.has(element)) texts.set(element, element.textContent.toLowerCase());
    return texts.get(element);
  };

  // of a group, the hosts that are meant; of one finding, its own host
  const hasHost = (article, host) => {
    const hosts = hostsOf.get(article);
    if (!hosts.length) return article.dataset.host.toLowerCase().includes(host);
    let found = false;
    for (const one of hosts) {
      const meant = textOf(one).includes(host);
      one.hidden = !meant;
      found ||= meant;
    }
    if (host && found) open(hosts[0]);
    return found;
  };
  const isShown = (article) => {
    const meant = hasHost(article, wanted('host'));
    return meant
      && ['kind', 'severity', 'verdict'].every((name) =>
        !wanted(name) || article.dataset[name].toLowerCase() === wanted(name))
      && (!wanted('text') || textOf(article).includes(wanted('text')));
  };
  const apply = () => {
    let shown = 0;
    for (const article of articles) {
      article.hidden = !isShown(article);
      shown += article.hidden ? 0 : 1;
    }
    filters.querySelector('output').textContent = shown + ' of ' + articles.length + ' shown';
  };
  const clear = () => {
    for (const field of fields) field.value = '';
    apply();
  };

  // a link leads to its finding, also to one that is folded or left out
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (filters && target.closest('[hidden]')) clear();
    open(target);
    target.scrollIntoView({ block: 'center' });
  };

  if (filters) {
    filters.hidden = false;
    filters.addEventListener('input', apply);
    filters.querySelector('button').addEventListener('click', clear);
    apply();
  }
  addEventListener('hashchange', follow);
  follow();

  // paper cannot be unfolded
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    for (const one of opened) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
})();
