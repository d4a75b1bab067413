namespace HealthCode.Web.Encryption;

/// <summary>一把数据密钥.</summary>
/// <param name="Number">Stored in every value encrypted with this key. Random, so that keys of different data folders are not confused.</param>
/// <param name="MadeOn">启用日.</param>
/// <param name="Secret">The key itself.</param>
public sealed record DataKey(uint Number, DateOnly MadeOn, byte[] Secret);
