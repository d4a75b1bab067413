using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Declarations;

/// <summary>The declaration form as typed, with the fields in the order of the paper form; redisplayed unchanged after errors.</summary>
public sealed class DeclarationInput
{
    public string FormKey { get; set; } = "";

    [Display(Name = "姓名")]
    public string? Name { get; set; }

    [Display(Name = "性别")]
    public Sex? Sex { get; set; }

    [Display(Name = "出生日期")]
    public string? BirthDate { get; set; }

    [Display(Name = "证件类型")]
    public IdentityDocumentKind DocumentKind { get; set; }

    [Display(Name = "身份证号码")]
    public string? DocumentNumber { get; set; }

    [Display(Name = "核对无误，强制保存")]
    public bool SaveDocumentDespiteFault { get; set; }

    [Display(Name = "无证件或强制保存的原因")]
    public string? DocumentReason { get; set; }

    [Display(Name = "手机号码")]
    public string? Phone { get; set; }

    [Display(Name = "这是谁的号码")]
    public PhoneOwner PhoneOwner { get; set; }

    public List<StayInput> Stays { get; set; } = [];

    [Display(Name = "户籍地址")]
    public string? DomicileAddress { get; set; }

    [Display(Name = "居住证地址（如有）")]
    public string? PermitAddress { get; set; }

    [Display(Name = "出行范围")]
    public TravelScope? TravelScope { get; set; }

    [Display(Name = "省")]
    public string? Province { get; set; }

    [Display(Name = "市")]
    public string? City { get; set; }

    [Display(Name = "县（市、区）")]
    public string? County { get; set; }

    [Display(Name = "乡镇（街道）")]
    public string? Township { get; set; }

    [Display(Name = "村（小区）")]
    public string? Village { get; set; }

    [Display(Name = "门牌号")]
    public string? House { get; set; }

    [Display(Name = "出行日期")]
    public string? TravelOn { get; set; }

    [Display(Name = "交通工具")]
    public Transport? Transport { get; set; }

    [Display(Name = "车次 / 航班号 / 其他")]
    public string? Ride { get; set; }

    [Display(Name = "座位号")]
    public string? Seat { get; set; }

    public bool? Diagnosed { get; set; }

    public bool? CloseContact { get; set; }

    public bool? HadSymptoms { get; set; }

    public bool? LeftNingxia { get; set; }

    public bool? MetHighRisk { get; set; }

    public bool? MetFeverish { get; set; }

    public bool? WillReport { get; set; }

    public bool? WillKeepAway { get; set; }

    [Display(Name = "申报人（签字）")]
    public SignatureKind? Signature { get; set; }

    [Display(Name = "签字日期")]
    public string? SignedOn { get; set; }

    [Display(Name = "监护人姓名")]
    public string? GuardianName { get; set; }

    [Display(Name = "监护人与本人关系")]
    public string? GuardianRelation { get; set; }

    [Display(Name = "监护人电话")]
    public string? GuardianPhone { get; set; }

    [Display(Name = "代填人姓名")]
    public string? ScribeName { get; set; }

    [Display(Name = "代填人与本人关系")]
    public string? ScribeRelation { get; set; }

    [Display(Name = "已向本人宣读申报内容和责任")]
    public bool ReadAloud { get; set; }

    [Display(Name = "村民小组")]
    public string? VillageGroup { get; set; }

    [Display(Name = "学校班级")]
    public string? SchoolClass { get; set; }

    [Display(Name = "办卡缘由")]
    public CardReason? Reason { get; set; }

    [Display(Name = "纸上确实空着，仍送审核")]
    public bool AcceptBlanks { get; set; }

    [Display(Name = "修改原因")]
    public string? ChangeReason { get; set; }

    /// <summary>A copy, whose fields can be changed without changing what was typed.</summary>
    public DeclarationInput Copy() => (DeclarationInput)MemberwiseClone();

    /// <summary>The question beside the tick <see cref="AcceptBlanks"/>.</summary>
    public static string BlanksLeft(IReadOnlyList<string> items) =>
        $"还空着：{string.Join("、", items)}。能当面问清的请补上；纸上确实空着的，勾选后仍可保存，审核时退回补正。";

    /// <summary>A form with what the roster knows of a person, and nothing else.</summary>
    public static DeclarationInput Of(Person person, string formKey) => new()
    {
        FormKey = formKey,
        Name = person.Name.Raw,
        Sex = person.Sex,
        BirthDate = person.BirthDate.Typed(),
        DocumentKind = person.Document.Kind,
        DocumentNumber = person.Document.Number,
        DocumentReason = person.Document.Reason,
        SaveDocumentDespiteFault = person.Document.SavedDespiteFault,
    };

    /// <summary>Takes over who somebody is and where he lives; what is not known of him stays as typed, and so do travel, answers and signature.</summary>
    /// <param name="known">See <see cref="RosterPrefill"/>.</param>
    public void TakeIdentity(DeclarationInput known)
    {
        (Name, Sex, BirthDate) = (known.Name, known.Sex, known.BirthDate);
        (DocumentKind, DocumentNumber, DocumentReason, SaveDocumentDespiteFault) = (known.DocumentKind, known.DocumentNumber, known.DocumentReason, known.SaveDocumentDespiteFault);
        if (!string.IsNullOrEmpty(known.Phone))
        {
            (Phone, PhoneOwner) = (known.Phone, known.PhoneOwner);
        }

        if (Stays.TrueForAll(stay => stay.IsBlank))
        {
            Stays = known.Stays;
        }

        (DomicileAddress, PermitAddress) = (Known(known.DomicileAddress, DomicileAddress), Known(known.PermitAddress, PermitAddress));
        if (!string.IsNullOrEmpty(known.GuardianName))
        {
            (GuardianName, GuardianRelation, GuardianPhone) = (known.GuardianName, known.GuardianRelation, known.GuardianPhone);
        }

        (VillageGroup, SchoolClass, Reason) = (Known(known.VillageGroup, VillageGroup), Known(known.SchoolClass, SchoolClass), known.Reason ?? Reason);
    }

    /// <summary>Writes out what was typed in short: 同上 for an address like the first stay's, 今 or 0 for today, 明 or 1 for tomorrow.</summary>
    /// <param name="today">Today.</param>
    /// <returns>What was written out: property names (stays as in <see cref="PathOf"/>) and their values.</returns>
    public IReadOnlyDictionary<string, string> WriteOut(DateOnly today)
    {
        Dictionary<string, string> written = [];
        string? Write(string path, string? typed, string? full)
        {
            if (full is null)
            {
                return typed;
            }

            written[path] = full;
            return full;
        }

        var above = Stays.FirstOrDefault()?.Address?.Trim();
        string? Address(string? typed) => typed?.Trim() is "同上" or "同住址" && above is { Length: > 0 } ? above : null;
        foreach (var (i, stay) in Stays.Index())
        {
            stay.FirstDay = Write($"{nameof(Stays)}[{i}].{nameof(StayInput.FirstDay)}", stay.FirstDay, ShortDay(stay.FirstDay, today));
            stay.LastDay = Write($"{nameof(Stays)}[{i}].{nameof(StayInput.LastDay)}", stay.LastDay, ShortDay(stay.LastDay, today));
        }

        DomicileAddress = Write(nameof(DomicileAddress), DomicileAddress, Address(DomicileAddress));
        PermitAddress = Write(nameof(PermitAddress), PermitAddress, Address(PermitAddress));
        TravelOn = Write(nameof(TravelOn), TravelOn, ShortDay(TravelOn, today));
        SignedOn = Write(nameof(SignedOn), SignedOn, ShortDay(SignedOn, today));
        return written;
    }

    /// <summary>Name of the input for a field's errors: the property with the field's name; for stays an indexed row.</summary>
    public static string PathOf(Field field) => field.Name switch
    {
        DeclarationField.StayAddress => OfStay(field, nameof(StayInput.Address)),
        DeclarationField.StayFirstDay => OfStay(field, nameof(StayInput.FirstDay)),
        DeclarationField.StayLastDay => OfStay(field, nameof(StayInput.LastDay)),
        _ => field.Name.ToString(),
    };

    /// <summary>Fills the form from a saved declaration, for editing.</summary>
    public static DeclarationInput Of(DeclarationContent content, string formKey) => new()
    {
        FormKey = formKey,
        Name = content.Person.Name.Raw,
        Sex = content.Person.Sex,
        BirthDate = content.Person.BirthDate.Typed(),
        DocumentKind = content.Person.Document.Kind,
        DocumentNumber = content.Person.Document.Number,
        DocumentReason = content.Person.Document.Reason,
        SaveDocumentDespiteFault = content.Person.Document.SavedDespiteFault,
        Phone = content.Phone?.Value,
        PhoneOwner = content.PhoneOwner,
        Stays = [.. content.Stays.Select(stay => new StayInput { Address = stay.Address, FirstDay = stay.FirstDay.Typed(), LastDay = stay.LastDay?.Typed() })],
        DomicileAddress = content.DomicileAddress,
        PermitAddress = content.PermitAddress,
        TravelScope = content.Travel.Scope,
        Province = content.Travel.Province,
        City = content.Travel.City,
        County = content.Travel.County,
        Township = content.Travel.Township,
        Village = content.Travel.Village,
        House = content.Travel.House,
        TravelOn = content.Travel.On?.Typed(),
        Transport = content.Travel.By,
        Ride = content.Travel.Ride,
        Seat = content.Travel.Seat,
        Diagnosed = content.Answers.Diagnosed,
        CloseContact = content.Answers.CloseContact,
        HadSymptoms = content.Answers.HadSymptoms,
        LeftNingxia = content.Answers.LeftNingxia,
        MetHighRisk = content.Answers.MetHighRisk,
        MetFeverish = content.Answers.MetFeverish,
        WillReport = content.Answers.WillReport,
        WillKeepAway = content.Answers.WillKeepAway,
        Signature = content.Signature,
        SignedOn = content.SignedOn?.Typed(),
        GuardianName = content.Guardian?.Name.Raw,
        GuardianRelation = content.Guardian?.Relation,
        GuardianPhone = content.Guardian?.Phone?.Value,
        ScribeName = content.Scribe?.Name.Raw,
        ScribeRelation = content.Scribe?.Relation,
        ReadAloud = content.ReadAloud,
        VillageGroup = content.VillageGroup,
        SchoolClass = content.SchoolClass,
        Reason = content.Reason,
    };

    private static string? Known(string? known, string? typed) => string.IsNullOrEmpty(known) ? typed : known;

    private static string? ShortDay(string? typed, DateOnly today) => HalfWidth.Normalize(typed?.Trim() ?? "") switch
    {
        "0" or "今" or "今天" => today.Typed(),
        "1" or "明" or "明天" => today.AddDays(1).Typed(),
        _ => null,
    };

    private static string OfStay(Field field, string property) => $"{nameof(Stays)}[{field.Number - 1}].{property}";
}
