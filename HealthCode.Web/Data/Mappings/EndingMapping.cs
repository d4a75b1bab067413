using HealthCode.Domain.Archives;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Requests;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class EndingMapping :
    IEntityTypeConfiguration<EpidemicEnd>,
    IEntityTypeConfiguration<DestructionRecord>,
    IEntityTypeConfiguration<DestructionStep>,
    IEntityTypeConfiguration<PaperBox>,
    IEntityTypeConfiguration<ResidentRequest>
{
    public void Configure(EntityTypeBuilder<EpidemicEnd> builder)
    {
        builder.AuditedAs(end => $"疫情解除登记 {end.OfficeCode}");
        builder.Retained("疫情解除的依据和两个经手人");
        builder.Property(end => end.OfficeCode).HasMaxLength(12);
        builder.Property(end => end.Notice).AsJson();
        builder.Property(end => end.EnteredBy).AsJson();
        builder.Property(end => end.ConfirmedBy).AsJson().AuditedAs("确认人");
        builder.Property(end => end.ConfirmedAt).AuditedAs("确认时间");
        builder.Property(end => end.WithdrawnAt).AuditedAs("撤回时间");
        builder.Ignore(end => end.IsOpen);
        builder.HasIndex(end => end.OfficeCode);
    }

    public void Configure(EntityTypeBuilder<DestructionRecord> builder)
    {
        builder.AuditedAs(record => $"销毁清册 {record.OfficeCode}");
        builder.Retained("销毁清册自己");
        builder.HasKey(record => record.OfficeCode);
        builder.Property(record => record.OfficeCode).HasMaxLength(12);
        builder.Property(record => record.FinishedAt).AuditedAs("完成时间");
        builder.Property(record => record.AuditHead).AuditedAs("审计末值");
        builder.Property(record => record.Signature).AuditedAs("签名");
        builder.HasMany(record => record.Steps).WithOne().IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(record => record.Text);
    }

    public void Configure(EntityTypeBuilder<DestructionStep> builder)
    {
        builder.NotAudited("a line of its record, which is audited");
        builder.Retained("销毁清册自己");
        builder.ToTable("DestructionSteps");
        builder.Property(step => step.Code).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<PaperBox> builder)
    {
        builder.AuditedAs(box => $"纸箱 {box.Number}");
        builder.Retained("纸箱的登记，内容不写姓名；销毁由监销人登记");
        builder.Property(box => box.OfficeCode).HasMaxLength(12);
        builder.Property(box => box.Number).HasMaxLength(PaperBox.LongestName);
        builder.Property(box => box.EnteredBy).AsJson();
        builder.Property(box => box.DestroyedOn).AuditedAs("销毁日期");
        builder.Property(box => box.Disposal).AuditedAs("销毁方式");
        builder.Property(box => box.FirstWitness).AuditedAs("监销人");
        builder.Property(box => box.SecondWitness).AuditedAs("另一位监销人");
        builder.HasIndex(box => new { box.OfficeCode, box.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ResidentRequest> builder)
    {
        builder.AuditedAs(request => $"{request.Kind.ChineseName()}申请{(request.Id > 0 ? $" {request.Id}" : "")}");
        builder.Purged("requests", "查阅、纠错申请", "份", order: 10);
        builder.Property(request => request.OfficeCode).HasMaxLength(12);
        builder.Property(request => request.Applicant).Encrypted();
        builder.Property(request => request.Guardian).Encrypted();
        builder.Property(request => request.IdentityCheck).Encrypted();
        builder.Property(request => request.RequestText).Encrypted();
        builder.Property(request => request.Answer).Encrypted().AuditedAs("答复");
        builder.Property(request => request.ReceivedBy).AsJson();
        builder.Property(request => request.AnsweredBy).AsJson().AuditedAs("答复人");
        builder.Property(request => request.Outcome).AuditedAs("答复结果");
        builder.Property(request => request.AnsweredOn).AuditedAs("答复日");
        builder.Property(request => request.CorrectedIn).AuditedAs("更正在");
        builder.HasIndex(request => new { request.OfficeCode, request.Outcome });
    }
}
