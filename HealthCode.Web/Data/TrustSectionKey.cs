namespace HealthCode.Web.Data;

/// <summary>信任文件里的一把密钥.</summary>
/// <param name="Number">1–255 within the office.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo.</param>
/// <param name="MarkKey">Of the paper marks.</param>
/// <param name="FirstDay">The first issue day it signs for.</param>
/// <param name="LastDay">The last, or null.</param>
public sealed record TrustSectionKey(int Number, byte[] PublicKey, byte[] MarkKey, DateOnly FirstDay, DateOnly? LastDay);
