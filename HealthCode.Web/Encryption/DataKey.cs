namespace HealthCode.Web.Encryption;

/// <summary>一把数据密钥.</summary>
/// <param name="Number">Stands in every value it closed. Drawn by lot, so that the key of another data folder is never taken for it.</param>
/// <param name="MadeOn">启用日.</param>
/// <param name="Secret">The key itself.</param>
public sealed record DataKey(uint Number, DateOnly MadeOn, byte[] Secret);
