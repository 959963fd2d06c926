/** English function words: they carry no technology. */
export const STOP_WORDS_EN: ReadonlySet<string> = new Set(
  `a about above after all also an and any are as at based be because been before being between both but by can
could did do does doing during each etc for from further had has have having he her his how if in into is it its
itself may might more most no nor not of off on once only or other our out over own per same she should so some
such than that the their them then there these they this those through to too under until up upon used using very
via was we were what when where which while who whom why will with within without would you your`.split(
    /\s+/,
  ),
);
