using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Tips : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FollowUps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    ResidentId = table.Column<long>(type: "INTEGER", nullable: true),
                    Who = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceNumber = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OpenedAt = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClosedBy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TipAreas",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    OtherNames = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Worker = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipAreas", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Tips",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    Condition = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Suspect = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Place = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PlaceKey = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Reporter = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IsNamed = table.Column<bool>(type: "INTEGER", nullable: false),
                    AreaId = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedBy = table.Column<string>(type: "TEXT", nullable: false),
                    DispatchDueAt = table.Column<string>(type: "TEXT", nullable: false),
                    VisitDueAt = table.Column<string>(type: "TEXT", nullable: false),
                    FeedbackDueAt = table.Column<string>(type: "TEXT", nullable: false),
                    DueAt = table.Column<string>(type: "TEXT", nullable: true),
                    Dispatched = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DispatchedAt = table.Column<string>(type: "TEXT", nullable: true),
                    FirstDispatchedAt = table.Column<string>(type: "TEXT", nullable: true),
                    VisitedAt = table.Column<string>(type: "TEXT", nullable: true),
                    Feedback = table.Column<byte[]>(type: "BLOB", nullable: true),
                    FeedbackAt = table.Column<string>(type: "TEXT", nullable: true),
                    IsSuspected = table.Column<bool>(type: "INTEGER", nullable: true),
                    Reported = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ReportedAt = table.Column<string>(type: "TEXT", nullable: true),
                    LinkedToId = table.Column<long>(type: "INTEGER", nullable: true),
                    Corrections = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tips", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TipSettings",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    DispatchHours = table.Column<int>(type: "INTEGER", nullable: false),
                    VisitHours = table.Column<int>(type: "INTEGER", nullable: false),
                    FeedbackHours = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipSettings", x => x.OfficeCode);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_OfficeCode_ClosedAt",
                table: "FollowUps",
                columns: new[] { "OfficeCode", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_ResidentId_ClosedAt",
                table: "FollowUps",
                columns: new[] { "ResidentId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TipAreas_OfficeCode",
                table: "TipAreas",
                column: "OfficeCode");

            migrationBuilder.CreateIndex(
                name: "IX_Tips_LinkedToId",
                table: "Tips",
                column: "LinkedToId");

            migrationBuilder.CreateIndex(
                name: "IX_Tips_OfficeCode_AreaId_ReceivedAt",
                table: "Tips",
                columns: new[] { "OfficeCode", "AreaId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Tips_OfficeCode_Number",
                table: "Tips",
                columns: new[] { "OfficeCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tips_OfficeCode_PlaceKey",
                table: "Tips",
                columns: new[] { "OfficeCode", "PlaceKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Tips_OfficeCode_State_DueAt",
                table: "Tips",
                columns: new[] { "OfficeCode", "State", "DueAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FollowUps");

            migrationBuilder.DropTable(
                name: "TipAreas");

            migrationBuilder.DropTable(
                name: "Tips");

            migrationBuilder.DropTable(
                name: "TipSettings");
        }
    }
}
