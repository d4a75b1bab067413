using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Offices;

/// <summary>村居 — the issuing committee: location, name, telephone numbers, rule pack and settings.</summary>
public sealed class Office
{
    /// <summary>保存期, days after 疫情解除 (63号 附件1).</summary>
    public const int DaysOfKeeping = 30;

    private const int MostResidents = 1_000_000;

    private Office(string code, string province, string city, string county, string township, string village, CommitteeKind kind, string rulePackCode)
    {
        (Code, Province, City, County, Township, Village) = (code, province, city, county, township, village);
        (Kind, RulePackCode) = (kind, rulePackCode);
    }

    /// <summary>12-digit division code; the first part of every card number.</summary>
    public string Code { get; private set; }

    /// <summary>省（自治区）.</summary>
    public string Province { get; private set; }

    /// <summary>市.</summary>
    public string City { get; private set; }

    /// <summary>县（市、区）.</summary>
    public string County { get; private set; }

    /// <summary>乡镇（街道）.</summary>
    public string Township { get; private set; }

    /// <summary>村（社区）, the short form.</summary>
    public string Village { get; private set; }

    /// <summary>村民委员会 or 居民委员会.</summary>
    public CommitteeKind Kind { get; private set; }

    /// <summary>全称, as on the seal.</summary>
    public string OfficialName { get; private set; } = "";

    /// <summary>核发机构联系方式.</summary>
    public string ContactPhone { get; private set; } = "";

    /// <summary>监督电话.</summary>
    public string SupervisionPhone { get; private set; } = "";

    /// <summary>The rule pack, see <see cref="RulePacks"/>.</summary>
    public string RulePackCode { get; private set; }

    /// <summary>体温提示值, ℃: the page asks for confirmation if a value and its tick contradict it. Decides nothing (DECISIONS.md D13).</summary>
    public decimal TemperaturePrompt { get; private set; } = 37.3m;

    /// <summary>Source of the prompt value.</summary>
    public string TemperaturePromptSource { get; private set; } = "额温枪常用报警值（各通知均未规定数值）";

    /// <summary>审批与用印分开: the user who approved a card may not stamp it (国办发〔2001〕52号). Off by default.</summary>
    public bool SeparatesSealKeeper { get; private set; }

    /// <summary>居民数, entered by the office; the basis of figures 每百人 (DECISIONS.md D23). Null while unknown.</summary>
    public int? Residents { get; private set; }

    /// <summary>疫情解除日: from this day on no cards are issued and all cards are 停止使用. Null while unknown.</summary>
    public DateOnly? EpidemicEndedOn { get; private set; }

    /// <summary>The day on which 疫情解除日 was last entered or changed. Null while unknown.</summary>
    public DateOnly? EndEnteredOn { get; private set; }

    /// <summary>保存期: last day on which residents' data are kept, 疫情解除 + 30 days (宁疫指办发〔2020〕63号 附件1; DECISIONS.md D4). Null while unknown.</summary>
    public DateOnly? KeepsPapersUntil => EpidemicEndedOn?.AddDays(DaysOfKeeping);

    /// <summary>Province to village, as the beginning of an address.</summary>
    public string FullAddress => Province + City + County + Township + ShortVillage;

    /// <summary>Name of the place without 村委会 or 居委会.</summary>
    public string ShortVillage => PlaceOf(Village);

    /// <summary>Creates an office for a division of village level.</summary>
    /// <param name="code">Code of village level.</param>
    /// <param name="names">Province, city, county, township, village.</param>
    /// <param name="kind">The kind of the committee.</param>
    /// <param name="pack">The rule pack.</param>
    /// <exception cref="RuleBrokenException">The code is not of village level.</exception>
    public static Office Establish(DivisionCode code, IReadOnlyList<string> names, CommitteeKind kind, RulePack pack)
    {
        OfficeRules.IsVillageLevel.Require(code.Level == 5 && names.Count == 5);

        return new(code.Value, names[0], names[1], names[2], names[3], names[4], kind, pack.Code)
        {
            OfficialName = ProposedName(names, kind),
        };
    }

    /// <summary>县（区）+ 乡镇（街道）+ 村民委员会 / 居民委员会, the usual full name (国发〔1999〕25号); the office may change it.</summary>
    public static string ProposedName(IReadOnlyList<string> names, CommitteeKind kind)
    {
        var village = PlaceOf(names[4]);
        return names[2] + names[3] + village + (kind == CommitteeKind.Village
            ? village.EndsWith('村') ? "民委员会" : "村民委员会"
            : "居民委员会");
    }

    /// <summary>更改名称与电话.</summary>
    /// <exception cref="RuleBrokenException">One of them is empty.</exception>
    public void SetNameAndPhones(string officialName, CommitteeKind kind, string contactPhone, string supervisionPhone)
    {
        OfficeRules.HasOfficialName.Require(officialName.Length > 0);
        OfficeRules.HasContactPhone.Require(contactPhone.Length > 0);
        OfficeRules.HasSupervisionPhone.Require(supervisionPhone.Length > 0);

        (OfficialName, Kind, ContactPhone, SupervisionPhone) = (officialName, kind, contactPhone, supervisionPhone);
    }

    /// <summary>改体温提示值, with its source.</summary>
    /// <exception cref="RuleBrokenException">No source, or the value is outside 36.0 to 39.0.</exception>
    public void SetTemperaturePrompt(decimal celsius, string source)
    {
        OfficeRules.PromptInRange.Require(celsius is >= 36.0m and <= 39.0m);
        OfficeRules.PromptHasSource.Require(source.Length > 0);

        (TemperaturePrompt, TemperaturePromptSource) = (decimal.Round(celsius, 1), source);
    }

    /// <summary>审批与用印分开: switches the setting on or off.</summary>
    public void SeparateSealKeeper(bool separate) => SeparatesSealKeeper = separate;

    /// <summary>填居民数; null means unknown.</summary>
    /// <exception cref="RuleBrokenException">Not between 1 and 1,000,000.</exception>
    public void CountResidents(int? residents)
    {
        OfficeRules.ResidentsInRange.Require(residents is null or (>= 1 and <= MostResidents));

        Residents = residents;
    }

    /// <summary>疫情解除: sets the end date; null revokes one entered by mistake.</summary>
    public void EndEpidemic(DateOnly? on, DateOnly today)
    {
        if (on != EpidemicEndedOn)
        {
            (EpidemicEndedOn, EndEnteredOn) = (on, on is null ? null : today);
        }
    }

    /// <summary>销毁到期: true if the period of keeping is over. Never on the day of entry, so that a mistake can be corrected.</summary>
    public bool MustDestroyPapers(DateOnly today) => KeepsPapersUntil < today && EndEnteredOn < today;

    /// <summary>The version of the rule pack in force on a day.</summary>
    public RulePack RulesOn(DateOnly day) => RulePacks.InForce(RulePackCode, day);

    /// <summary>Strips the committee suffix from a name: 崇安社区居委会 → 崇安社区, 新渠村委会 → 新渠村.</summary>
    public static string PlaceOf(string village)
    {
        foreach (var suffix in (string[])["村民委员会", "居民委员会", "村委会", "居委会", "委员会"])
        {
            if (village.Length > suffix.Length && village.EndsWith(suffix, StringComparison.Ordinal))
            {
                var place = village[..^suffix.Length];
                return suffix == "村委会" || suffix == "村民委员会" ? place.EndsWith('村') ? place : place + "村" : place;
            }
        }

        return village;
    }
}
