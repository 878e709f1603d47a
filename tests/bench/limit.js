// What the limit does: filters its rows by words, district and topic, and counts the hits. Nothing else.
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const words = (text) => fold(text).split(/[^a-z0-9]+/).filter(Boolean);
const [query, district, topic] = ["q", "district", "topic"].map((id) => document.getElementById(id));
const count = document.querySelector(".hit-count");
const all = count.textContent;
const rows = [...document.querySelectorAll(".card")].map((row) => {
  const districts = row.dataset.districts.split("|");
  const topics = row.dataset.topics.split("|");
  const text = [row.querySelector(".card-title"), row.querySelector(".card-facts")].map((part) => part.textContent);
  return { row, districts, topics, index: " " + words([...text, ...districts, ...topics].join(" ")).join(" ") };
});

function filter() {
  const wanted = words(query.value).map((word) => " " + word);
  let hits = 0;
  for (const { row, districts, topics, index } of rows) {
    const inDistrict = !district.value || districts.includes(district.value);
    const onTopic = !topic.value || topics.includes(topic.value);
    const hit = inDistrict && onTopic && wanted.every((word) => index.includes(word));
    row.hidden = !hit;
    hits += hit;
  }
  for (const group of document.querySelectorAll(".group")) group.hidden = !group.querySelector(".card:not([hidden])");
  count.textContent = query.value || district.value || topic.value ? `${hits} ${hits === 1 ? "träff" : "träffar"}` : all;
}

for (const field of [query, district, topic]) field.addEventListener("input", filter);
// What was typed before this script was there.
if (query.value || district.value || topic.value) filter();
performance.mark("live");
