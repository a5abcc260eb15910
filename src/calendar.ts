import { DateTime, Settings } from 'luxon';

// No date is printed in words, and asking the system for its locale would load 5 MB at first use.
Settings.defaultLocale = 'en-US';

export { DateTime };
