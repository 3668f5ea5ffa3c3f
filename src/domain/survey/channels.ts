/** Ways to reach a service. */
export const channelCodes = ['desk', 'phone', 'online', 'post', 'relay'] as const
export type ChannelCode = (typeof channelCodes)[number]

export function isChannelCode(text: string): text is ChannelCode {
  return (channelCodes as readonly string[]).includes(text)
}
