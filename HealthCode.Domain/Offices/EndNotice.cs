using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Offices;

/// <summary>解除通知 — the official notice that declares the epidemic over.</summary>
/// <param name="Issuer">发文机关.</param>
/// <param name="Number">文号.</param>
/// <param name="On">发文日期.</param>
public sealed record EndNotice(string Issuer, string Number, DateOnly On)
{
    /// <summary>The notice as cited in documents, e.g. 样例省指挥部（样指发〔2020〕9号，2020年5月1日）.</summary>
    public string Citation => $"{Issuer}（{Number}，{On.Chinese()}）";
}
