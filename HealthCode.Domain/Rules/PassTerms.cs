namespace HealthCode.Domain.Rules;

/// <summary>健康通行卡的规定 — a province's regulations of the card: texts of card and form, numbers of days, clauses, conditions.</summary>
/// <remarks>Sentences that mention a number of days are built from the numbers here.</remarks>
public sealed record PassTerms
{
    /// <summary>卡名, the title on the front of the card.</summary>
    public required string Title { get; init; }

    /// <summary>申报表的名称.</summary>
    public required string FormTitle { get; init; }

    /// <summary>如实填报: the warning above the applicant's part of the form, verbatim.</summary>
    public required string Warning { get; init; }

    /// <summary>承诺: the sentence above the applicant's signature, verbatim.</summary>
    public required string Promise { get; init; }

    /// <summary>The line at the bottom of the front of the card.</summary>
    public required string Foot { get; init; }

    /// <summary>有效范围, e.g. 宁夏区内: 「此卡在…有效」.</summary>
    public required string ValidWithin { get; init; }

    /// <summary>有效期, in days after the issue day: last valid day = issue day + this (DECISIONS.md D2).</summary>
    public required int ValidityDays { get; init; }

    /// <summary>Source of the validity.</summary>
    public required Citation Validity { get; init; }

    /// <summary>Days of residence in a low-risk area; 以上 includes the day itself (民法典 art. 1259).</summary>
    public required int ResidenceDays { get; init; }

    /// <summary>Number of days before the form's date for which the form asks for addresses.</summary>
    public required int LookBackDays { get; init; }

    /// <summary>The numbered items of the form: the applicant's, see <c>HealthQuestion</c>, and the committee's (11) and (12).</summary>
    public required IReadOnlyList<FormItem> Items { get; init; }

    /// <summary>The five clauses, in the notice's order.</summary>
    public required IReadOnlyList<PackClause> Clauses { get; init; }

    /// <summary>The three conditions, in the notice's order.</summary>
    public required IReadOnlyList<PackClause> Conditions { get; init; }

    /// <summary>有效期怎么数, as a sentence for the user.</summary>
    public string ValiditySentence =>
        $"有效期 {ValidityDays} 天，核发那天不算，从第二天数起：最后一天是核发日期加 {ValidityDays} 天，当天仍然有效。";

    /// <summary>E.g. 过去 14 天内.</summary>
    public string LookBack => $"过去 {LookBackDays} 天内";

    /// <summary>Title on the form, e.g. 过去 14 天内居住地址.</summary>
    public string StaysTitle => LookBack + "居住地址";

    /// <summary>The form item with this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The form has no such item.</exception>
    public FormItem Item(int number) => Items.FirstOrDefault(item => item.Number == number)
        ?? throw new ArgumentOutOfRangeException(nameof(number), number, "no item of this number on the form");
}
